
  # The manifest, and no other file.
  if ($ManifestPath -eq '') {
    $ManifestPath = Join-Path -Path $PSScriptRoot -ChildPath $ManifestName
  }
  if (-not (Test-Path -LiteralPath $ManifestPath -PathType Leaf)) {
    throw ($Text.NoManifest -f $ManifestPath)
  }
  $ManifestPath = (Resolve-Path -LiteralPath $ManifestPath -ErrorAction Stop).ProviderPath
  $hash = (Get-FileHash -LiteralPath $ManifestPath -Algorithm SHA256 -ErrorAction Stop).Hash
  if ($hash -ne $ManifestSha256) {
    throw ($Text.WrongManifest -f $ManifestPath)
  }

  if ($null -eq $addIn -and -not $MayUpload) {
    throw ($Text.NotThere -f $DisplayName)
  }
  if ($null -eq $addIn) {
    if ($PSCmdlet.ShouldProcess($DisplayName, ($Text.Upload -f $Version))) {
      New-OrganizationAddIn -ManifestPath $ManifestPath -Locale $Locale -ErrorAction Stop | Out-Null
      $changes++
      Write-Host ($Text.Uploaded -f $Version)
      $addIn = Find-AddIn
    }
  } else {
    $deployed = ([string] (Get-Field $addIn 'Version')) -as [version]
    $wanted = $Version -as [version]
    if ($null -ne $deployed -and $deployed -gt $wanted) {
      throw ($Text.IsNewer -f $deployed, $Version)
    }
    if ($null -ne $deployed -and $deployed -eq $wanted) {
      Write-Host ($Text.IsThere -f $Version)
    } elseif ($null -eq $deployed -and $MayUpload) {
      Write-Host $Text.UnknownVersion
    } elseif ($PSCmdlet.ShouldProcess($DisplayName, ($Text.Update -f $Version))) {
      Set-OrganizationAddIn -ProductId $ProductId -ManifestPath $ManifestPath -Locale $Locale -ErrorAction Stop | Out-Null
      $changes++
      Write-Host ($Text.Updated -f $Version)
    }
  }
