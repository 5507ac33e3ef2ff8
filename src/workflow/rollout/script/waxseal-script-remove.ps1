
  if ($null -eq $addIn) {
    Write-Host $Text.IsGone
  } elseif ($PSCmdlet.ShouldProcess($DisplayName, $Text.Remove)) {
    Remove-OrganizationAddIn -ProductId $ProductId -ErrorAction Stop | Out-Null
    $changes++
    Write-Host $Text.Removed
  }
