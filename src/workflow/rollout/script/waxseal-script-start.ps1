
# Microsoft documents few properties of an add-in. One that is not there is not known.
function Get-Field($AddIn, $Name) {
  $property = $AddIn.PSObject.Properties[$Name]
  if ($null -eq $property) {
    return $null
  }
  return $property.Value
}

function Find-AddIn {
  $found = @(Get-OrganizationAddIn -ErrorAction Stop | Where-Object { $_.ProductId -eq $ProductId })
  if ($found.Count -eq 0) {
    return $null
  }
  return Get-OrganizationAddIn -ProductId $ProductId -ErrorAction Stop
}

$changes = 0
try {
  if (-not (Get-Module -ListAvailable -Name $ModuleName)) {
    throw ($Text.NoModule -f $ModuleName)
  }
  Import-Module -Name $ModuleName -ErrorAction Stop
  Write-Host $Text.SignIn
  Connect-OrganizationAddInService -ErrorAction Stop | Out-Null
  $addIn = Find-AddIn
