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
rem How it was typed, so that a command that is printed can be typed in the same place.
set "MLMATHS_TYPED=%~0"
if /i "%cd%\"=="%~dp0" set "MLMATHS_TYPED="
dotnet "%program%" %*
exit /b %errorlevel%
