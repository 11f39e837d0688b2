namespace MlMaths.Torch.Tests.House;

/// <summary>
/// The launcher at the root, tried in a small clone with a <c>dotnet</c> that only writes down what it was asked: it builds what is
/// missing or old, once, and then starts the program.
/// </summary>
public sealed class LauncherTests : IDisposable
{
    private const string Program = "projects/Portfolio/bin/Release/net10.0/mlmaths.dll",
        Stamp = "projects/Portfolio/bin/Release/net10.0/mlmaths.built";

    private static readonly DateTime BuiltAt = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly DirectoryInfo _clone = Directory.CreateTempSubdirectory("launcher-");

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a shell script.");
        File.Copy(Path.Combine(Repository.Folder, "mlmaths"), At("mlmaths"));
        Write("Directory.Build.props", "<Project />", BuiltAt.AddDays(-1));
        Write("global.json", "{}", BuiltAt.AddDays(-1));
        Write("shared/A.cs", "", BuiltAt.AddDays(-1));
        Write("projects/B.cs", "", BuiltAt.AddDays(-1));
        Write("tools/dotnet", "#!/usr/bin/env bash\necho \"dotnet $*\"\nif [ \"$1\" = build ]; then exit ${BUILD_ENDS:-0}; fi\n", BuiltAt);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At("tools/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _clone.Delete(recursive: true);

    [Fact]
    public void What_was_never_built_is_built_and_it_is_said_what_that_takes()
    {
        Command ended = Launch();
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("half a gigabyte", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"dotnet {At(Program)} one two words", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_newer_than_its_sources_starts_at_once()
    {
        WriteBuild();
        Assert.Equal($"dotnet {At(Program)} one two words\n", Launch().Output);
    }

    [Theory]
    [InlineData("shared/A.cs")]
    [InlineData("projects/B.cs")]
    [InlineData("projects/LogisticRegression/New.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void A_source_that_is_newer_is_built(string source)
    {
        WriteBuild();
        Write(source, "changed", BuiltAt.AddMinutes(1));
        Assert.Contains("building mlmaths again", Launch().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shared/obj/Made.cs")]
    [InlineData("projects/Portfolio/bin/Debug/Made.json")]
    [InlineData("shared/MlMaths.Torch/README.md")]
    public void What_a_build_makes_or_only_people_read_asks_for_none(string file)
    {
        WriteBuild();
        Write(file, "", BuiltAt.AddMinutes(1));
        Assert.DoesNotContain("building", Launch().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuda", true)]
    [InlineData("cpu", false)]
    public void Another_libtorch_than_that_of_the_build_asks_for_one(string backend, bool builds)
    {
        WriteBuild();
        Assert.Equal(builds, Launch(("TorchBackend", backend)).Output.Contains("building", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_that_fails_is_shown_and_nothing_is_started()
    {
        Command ended = Launch(("BUILD_ENDS", "1"));
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("dotnet build -c Release", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("one two", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_launcher_of_Windows_names_the_same_program()
    {
        string script = File.ReadAllText(Path.Combine(Repository.Folder, "mlmaths.cmd"));
        Assert.Contains(@"projects\Portfolio", script, StringComparison.Ordinal);
        Assert.Contains(@"bin\Release\net10.0\mlmaths.dll", script, StringComparison.Ordinal);
        Assert.Contains("MLMATHS_SAY_IF_OLD", script, StringComparison.Ordinal);
        Assert.Contains("MLMATHS_TYPED=%~0", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cd it\\'s\\ here; ../mlmaths", "../mlmaths")]
    [InlineData("./mlmaths", "./mlmaths")]
    [InlineData("bash mlmaths", "./mlmaths")]
    [InlineData("PATH=$PWD:$PATH; cd tools; mlmaths", "mlmaths")]
    [InlineData("ln -s $PWD/mlmaths tools/mlmaths; cd shared; ../tools/mlmaths", "../tools/mlmaths")]
    public void The_program_is_told_how_it_was_typed(string typed, string told)
    {
        WriteBuild();
        Directory.CreateDirectory(At("it's here"));
        Write("tools/dotnet", "#!/usr/bin/env bash\necho \"$MLMATHS_TYPED $*\"\n", BuiltAt);
        Dictionary<string, string?> environment = new()
        {
            ["PATH"] = $"{At("tools")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["TorchBackend"] = null,
        };
        Command ended = Command.Run("bash", ["-c", $"cd '{_clone.FullName}'; {typed} one"], environment);
        Assert.Equal($"{told} {At(Program)} one\n", ended.Output);
    }

    [Fact]
    public void The_real_one_starts_the_program_of_this_build()
    {
        Command ended = Command.Run(Path.Combine(Repository.Folder, "mlmaths"), ["derivations"]);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("layer-norm", ended.Output, StringComparison.Ordinal);
    }

    private Command Launch(params (string Name, string Value)[] environment)
    {
        Dictionary<string, string?> given = environment.ToDictionary(pair => pair.Name, string? (pair) => pair.Value);
        given["PATH"] = $"{At("tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        given.TryAdd("TorchBackend", null);
        return Command.Run("bash", [At("mlmaths"), "one", "two words"], given);
    }

    private void WriteBuild()
    {
        Write(Program, "", BuiltAt);
        Write(Stamp, "cpu\n", BuiltAt);
    }

    private void Write(string file, string text, DateTime writtenAt)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
        File.SetLastWriteTimeUtc(At(file), writtenAt);
    }

    private string At(string file) => Path.Combine(_clone.FullName, file);
}
