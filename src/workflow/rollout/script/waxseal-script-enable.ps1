
  if ($null -eq $addIn) {
    throw ($Text.NotThere -f $DisplayName)
  }
  $state = Get-Field $addIn 'Enabled'
  if ($state -is [bool] -and $state -eq $Enabled) {
    Write-Host $Text.IsSo
  } elseif ($PSCmdlet.ShouldProcess($DisplayName, $Text.Enable)) {
    Set-OrganizationAddIn -ProductId $ProductId -Enabled $Enabled -ErrorAction Stop | Out-Null
    $changes++
    Write-Host $Text.Enabled
  }
