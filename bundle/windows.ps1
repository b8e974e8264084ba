# Makes the folder of the program on Windows. Start it in the checkout:
#   powershell -ExecutionPolicy Bypass -File bundle\windows.ps1 [-Place dist]
param([string]$Place = "dist")

$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
$tools = Join-Path (Get-Location) "build-env"
$python = Join-Path $tools "Scripts\python.exe"

function Invoke-Python {
    & $python @args
    if ($LASTEXITCODE -ne 0) { throw "Python ended with $LASTEXITCODE" }
}

if (-not (Test-Path $python)) {
    & py -3.11 -m venv $tools
    if ($LASTEXITCODE -ne 0) { throw "Python 3.11 is needed" }
}
$install = "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"
Invoke-Python @install -r requirements.lock
Invoke-Python @install --no-deps -r requirements-media.lock
Invoke-Python @install -r requirements-bundle.lock
Invoke-Python -m bundle $Place
Invoke-Python -c "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))" (Join-Path $Place "sbom.cdx.json")
& (Join-Path $Place "sant-escape-kit\sant-escape-kit-console.exe") self-test
if ($LASTEXITCODE -ne 0) { throw "The self-test of the folder ended with $LASTEXITCODE" }
