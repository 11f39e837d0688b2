namespace MlMaths.Torch.Tests.House;

/// <summary>
/// The launcher at the root, tried in a small clone with a <c>dotnet</c> that only writes down what it was asked: it builds what is
/// missing or old, once, and then starts the program.
/// </summary>
public sealed class LauncherTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("launcher-");

    private readonly LauncherClone _clone;

    public LauncherTests() => _clone = new(
        _folder.FullName, "echo \"dotnet $*\"\nif [ \"$1\" = build ]; then exit ${BUILD_ENDS:-0}; fi");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_never_built_is_built_and_it_is_said_what_that_takes()
    {
        Command ended = Launch();
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("half a gigabyte", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"dotnet {StartedProgram} one two words", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_newer_than_its_sources_starts_at_once()
    {
        _clone.WriteBuild();
        Assert.Equal($"dotnet {StartedProgram} one two words\n", Launch().Output);
    }

    [Theory]
    [InlineData("shared/A.cs")]
    [InlineData("projects/B.cs")]
    [InlineData("projects/LogisticRegression/New.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void A_source_that_is_newer_is_built(string source)
    {
        _clone.WriteBuild();
        _clone.Write(source, "changed", days: 0.01);
        Assert.Contains("building mlmaths again", Launch().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shared/obj/Made.cs")]
    [InlineData("projects/Portfolio/bin/Debug/Made.json")]
    [InlineData("shared/MlMaths.Torch/README.md")]
    public void What_a_build_makes_or_only_people_read_asks_for_none(string file)
    {
        _clone.WriteBuild();
        _clone.Write(file, "", days: 0.01);
        Assert.DoesNotContain("building", Launch().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuda", true)]
    [InlineData("cpu", false)]
    public void Another_libtorch_than_that_of_the_build_asks_for_one(string backend, bool builds)
    {
        _clone.WriteBuild();
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
        _clone.WriteBuild();
        Directory.CreateDirectory(_clone.At("it's here"));
        _clone.WriteDotnet("echo \"$MLMATHS_TYPED $*\"");
        Command ended = _clone.Type($"{typed} one", _clone.Folder);
        Assert.Equal($"{told} {StartedProgram} one\n", ended.Output);
    }

    [Fact]
    public void The_real_one_starts_the_program_of_this_build()
    {
        Command ended = Command.Run(Path.Combine(Repository.Folder, "mlmaths"), ["derivations"]);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("layer-norm", ended.Output, StringComparison.Ordinal);
    }

    private Command Launch(params (string Name, string Value)[] environment) =>
        _clone.Type("bash \"$CLONE/mlmaths\" one 'two words'", Repository.Folder, environment);

    private string StartedProgram => _clone.At(LauncherClone.Program);
}
