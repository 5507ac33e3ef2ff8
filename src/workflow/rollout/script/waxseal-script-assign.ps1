
  # Whom the service names already. In whatever property it does, the address stands there as it is.
  $known = ''
  if ($null -ne $addIn) {
    $known = ConvertTo-Json -InputObject $addIn -Depth 5 -Compress
  } elseif ($changes -eq 0 -and -not ($MayUpload -and $WhatIfPreference)) {
    throw ($Text.NotThere -f $DisplayName)
  }
  $missing = @()
  foreach ($member in $Members) {
    $word = ConvertTo-Json -InputObject $member -Compress
    if ($known.IndexOf($word, [StringComparison]::OrdinalIgnoreCase) -ge 0) {
      Write-Host ($Text.IsAssigned -f $member)
    } else {
      $missing += $member
    }
  }

  if ($Everyone -or $EndEveryone) {
    $action = $Text.AssignEveryone
    if ($EndEveryone) {
      $action = $Text.EndEveryone
    }
    if ($PSCmdlet.ShouldProcess($DisplayName, $action)) {
      Set-OrganizationAddInAssignments -ProductId $ProductId -AssignToEveryone $Everyone -ErrorAction Stop | Out-Null
      $changes++
      Write-Host $action
    }
  }
  foreach ($member in $missing) {
    if ($PSCmdlet.ShouldProcess($member, $Text.Assign)) {
      Set-OrganizationAddInAssignments -ProductId $ProductId -Add -Members $member -ErrorAction Stop | Out-Null
      $changes++
      Write-Host ($Text.Assigned -f $member)
    }
  }
  foreach ($member in $Removed) {
    if ($PSCmdlet.ShouldProcess($member, $Text.Unassign)) {
      Set-OrganizationAddInAssignments -ProductId $ProductId -Remove -Members $member -ErrorAction Stop | Out-Null
      $changes++
      Write-Host ($Text.Unassigned -f $member)
    }
  }
