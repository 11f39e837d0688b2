using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>Nothing that a README says is untrue: its code runs, its commands work as they stand, its links lead somewhere.</summary>
public sealed class ReadmeTests(ReadmeRuns runs)
{
    [Fact]
    public void The_front_page_has_the_two_commands()
    {
        string[] verbs = [.. FrontPage().Commands.Select(command => new ReadmeCommand(command).Verb)];
        Assert.Contains("run", verbs);
        Assert.Contains("test", verbs);
    }

    [Fact]
    public void Continuous_integration_types_the_test_command_of_the_front_page()
    {
        string command = FrontPage().Commands.First(command => new ReadmeCommand(command).Verb == "test");
        Assert.Contains(command, SourceTree.Read(".ci/run"));
    }

    [Fact]
    public void Every_command_is_shown()
    {
        string?[] shown =
        [
            .. Readme.All.Where(page => page.File == "README.md" || IsOfAProject(page)).SelectMany(page => page.Commands)
                .Select(command => new ReadmeCommand(command).Arguments.FirstOrDefault()),
        ];
        Convention.Holds(
            PortfolioProgram.Commands.Commands.Select(command => command.Name).Except(shown),
            "Say in README.md, or in that of a project, how to run it:");
    }

    [Fact]
    public void The_front_page_leads_to_each_page_of_a_project_and_is_short()
    {
        string front = SourceTree.Read("README.md");
        Convention.Holds(
            Readme.All.Where(IsOfAProject).Select(page => page.File).Where(file => !front.Contains($"({file}", StringComparison.Ordinal)),
            "Link it from README.md:");
        Assert.InRange(front.Split('\n').Length, 40, 150);
    }

    private static bool IsOfAProject(Readme page) => page.File.StartsWith("projects/", StringComparison.Ordinal);

    [Fact]
    public void Links_and_pictures_are_there() =>
        Convention.Holds(Readme.All.SelectMany(page => page.DeadLinks().Select(link => $"{page.File}: {link}")), "Mend the link:");

    [Fact]
    public void Commands_name_what_is_there() =>
        Convention.Holds(AllCommands()
            .SelectMany(command => new ReadmeCommand(command).Missing().Select(path => $"{command}: {path}")),
            "Mend the command:");

    public static TheoryData<string> RunCommands() => [.. ReadmeRuns.Commands];

    [Theory]
    [MemberData(nameof(RunCommands))]
    public async Task A_command_of_a_README_ends_well(string line)
    {
        Assert.SkipWhen(new ReadmeCommand(line).NeedsCuda && !ReadmeRuns.HasCuda, "This machine has no CUDA.");
        (int exitCode, string output) = (await runs.Ended)[line];
        Assert.True(exitCode == 0, $"{line}\nended with {exitCode}:\n{output}");
    }

    [Fact]
    public void Code_of_a_README_compiles_and_runs() =>
        Convention.Holds(
            Readme.All.SelectMany(page => page.Snippets.Select(
                snippet => Record.Exception(() => CompileAndRun($"{page.File}:{snippet.Line}", snippet.Code))))
                .OfType<Exception>(),
            "Code that a reader copies must work as it stands:");

    [Theory]
    [InlineData("Console.WriteLine(\"no such thing: \" + NoSuchThing);")]
    [InlineData("throw new InvalidOperationException();")]
    [InlineData("public sealed record Half(NoSuchType Value);")]
    public void Code_that_does_not_compile_or_run_is_found(string code) =>
        Assert.ThrowsAny<Exception>(() => CompileAndRun("planted", code));

    [Fact]
    public void A_dead_link_is_found()
    {
        Readme page = new("README.md",
            "# One\n[here](#one) [licence](LICENSE) [gone](GONE.md) ![gone](gone.svg) [gone](#two) "
            + "[web](https://example.org)");
        Assert.Equal(["GONE.md", "gone.svg", "#two"], page.DeadLinks());
    }

    [Fact]
    public void Commands_are_read_with_their_continuations_and_without_their_comments()
    {
        Readme page = new("README.md",
            "```bash\ndotnet run --project projects/Gone -- \\\n  --seed 3 --target \"a b\"  # see\ncd x\n"
            + "dotnet test -c Release tests/Gone\n```");
        string[] commands = [.. page.Commands];

        Assert.Equal(2, commands.Length);
        Assert.Equal(["--seed", "3", "--target", "a b"], new ReadmeCommand(commands[0]).Arguments);
        Assert.Equal(["projects/Gone"], new ReadmeCommand(commands[0]).Missing());
        Assert.Equal(["tests/Gone"], new ReadmeCommand(commands[1]).Missing());
    }

    [Theory]
    [InlineData("./mlmaths decision --quick", "./mlmaths decision", true)]
    [InlineData("./mlmaths pca --out runs/mine", "./mlmaths pca", true)]
    [InlineData("./mlmaths pca --k 4 --scaling raw", "./mlmaths pca --scaling raw --k 4", true)]
    [InlineData("./mlmaths decision --cost-miss 50 --cost-false-alarm 1", "./mlmaths decision --cost-miss 1 --cost-false-alarm 50", false)]
    [InlineData("./mlmaths pca", "dotnet run --project projects/PcaClustering -- pca", false)]
    [InlineData("dotnet run --project projects/PcaClustering", "dotnet run --project projects/LogisticRegression", false)]
    public void Commands_are_run_once_where_they_are_the_same_but_for_their_folder(string one, string other, bool areSame) =>
        Assert.Equal(areSame, new ReadmeCommand(one).InShort == new ReadmeCommand(other).InShort);

    [Fact]
    public void A_command_that_is_only_begun_finds_the_files_of_the_clone_wherever_it_starts()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("readme-");
        try
        {
            const string Spec = "projects/NeuralNetDiagnostics/Trainings/Specs";
            Assert.Equal((0, 2), (Begun("broadcast.json"), Begun("no-such.json")));

            int Begun(string spec) => new ReadmeCommand($"./mlmaths train {Spec}/{spec}").Begin(folder.FullName).ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Only_a_command_of_the_portfolio_can_begin_here() => Assert.Throws<InvalidOperationException>(
        () => new ReadmeCommand("dotnet run --project projects/PcaClustering").Begin(Path.GetTempPath()));

    private static Readme FrontPage() => Readme.All.FirstOrDefault(page => page.File == "README.md")
        ?? throw new FileNotFoundException("The clone has no README.md.");

    private static IEnumerable<string> AllCommands() => Readme.All.SelectMany(page => page.Commands);

    /// <summary>A block with statements is a program and runs; one that only declares types compiles.</summary>
    private static void CompileAndRun(string place, string code)
    {
        bool runs = CSharpSyntaxTree.ParseText(code).GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax);
        CSharpSources sources = CSharpSources.Planted(
            place, code, runs ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        using MemoryStream assembly = new();
        EmitResult result = sources.Compilation.Emit(assembly);
        if (!result.Success)
        {
            throw new InvalidOperationException(
                $"{place} does not compile:\n"
                + $"{string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))}");
        }

        if (!runs)
            return;

        assembly.Position = 0;
        MethodInfo main = new AssemblyLoadContext(place).LoadFromStream(assembly).EntryPoint!;
        using DisposeScope scope = torch.NewDisposeScope();
        object? ending = main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        if (ending is Task task)
            task.GetAwaiter().GetResult();
    }
}
