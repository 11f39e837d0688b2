@echo off
rem Starts mlmaths, and builds it first where it is missing. TorchBackend=cuda or none chooses another libtorch.
setlocal
set "project=%~dp0projects\Portfolio"
set "program=%project%\bin\Release\net10.0\mlmaths.dll"
if exist "%program%" goto start
echo Building mlmaths, once: this downloads about half a gigabyte and takes a few minutes ... 1>&2
dotnet build -c Release --nologo -v quiet "%project%" 1>&2
if errorlevel 1 exit /b 1
:start
set MLMATHS_SAY_IF_OLD=1
dotnet "%program%" %*
exit /b %errorlevel%
