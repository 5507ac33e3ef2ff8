
  # What the service says now is what counts.
  $addIn = Find-AddIn
  if ($null -eq $addIn) {
    Write-Host ($Text.Absent -f $DisplayName)
  } else {
    $addIn | Format-List | Out-Host
  }
  if ($changes -eq 0) {
    Write-Host $Text.Unchanged
  } else {
    Write-Host ($Text.Done -f $changes)
  }
  exit 0
} catch {
  $host.UI.WriteErrorLine(($Text.Failed -f $_.Exception.Message, $changes))
  exit 1
}
