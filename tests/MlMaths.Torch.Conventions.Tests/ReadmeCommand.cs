using System.Diagnostics;
using System.Xml.Linq;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio;
using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>One command of a README, taken apart: <c>dotnet</c>, or the launcher, which stands for one.</summary>
internal sealed class ReadmeCommand(string line)
{
    public const string Launcher = "./mlmaths";

    private const string Long = "dotnet run -c Release --project projects/Portfolio --";

    private static readonly string[] ValueOptions = ["-c", "--configuration", "--project", "-v", "--filter", "-o", "-f", "-r"];

    private readonly string[] _words = Words(line.StartsWith(Launcher, StringComparison.Ordinal) ? Long + line[Launcher.Length..] : line);

    public string Verb => _words[1];

    public string? Project => Array.IndexOf(_words, "--project") is > 0 and int at ? _words[at + 1] : null;

    /// <summary>What the program itself gets.</summary>
    public string[] Arguments => Array.IndexOf(_words, "--") is > 0 and int at ? _words[(at + 1)..] : [];

    public bool NeedsCuda => line.Contains("cuda", StringComparison.Ordinal);

    /// <summary>Projects, folders and solutions that the command names and that are not there.</summary>
    public IEnumerable<string> Missing()
    {
        string[] own = _words[2..(Array.IndexOf(_words, "--") is > 0 and int at ? at : _words.Length)];
        IEnumerable<string> paths = own.Where((word, i) => !word.StartsWith('-') && (i == 0 || !ValueOptions.Contains(own[i - 1])));
        return paths.Concat(Project is null ? [] : [Project]).Where(path => !Path.Exists(Path.Combine(Repository.Folder, path)));
    }

    /// <summary>Runs what the build made of the project, in its quick form, with its output in a folder of its own.</summary>
    /// <param name="folder">Where it may write.</param>
    public (int ExitCode, string Output) RunQuickly(string folder)
    {
        using Process program = Process.Start(Start(Quick(folder)))!;
        Task<string> errors = program.StandardError.ReadToEndAsync(), said = program.StandardOutput.ReadToEndAsync();
        program.WaitForExit();
        return (program.ExitCode, said.Result + errors.Result);
    }

    /// <summary>
    /// Only until its data are read and found good, and it has a folder to work in, where it finds that it was cancelled: in this
    /// process, as a program of its own takes seconds to start. Of the portfolio's program alone, which is this process's.
    /// </summary>
    public (int ExitCode, string Output) Begin(string folder)
    {
        if (!IsOfPortfolio)
            throw new InvalidOperationException($"{line} is another program's: only the portfolio's can begin here.");
        List<string> arguments = Quick(folder);
        using StringWriter said = new();
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said) });
        int ended = PortfolioProgram.Commands.Run([.. arguments], console, console, null, new CancellationToken(canceled: true));
        bool hasBegun = ended == ExitCode.Cancelled
            && Directory.EnumerateFiles(folder, CommandRecord.Name, SearchOption.AllDirectories).Any();
        return (hasBegun ? ExitCode.Done : ended, $"{said}");
    }

    /// <summary>
    /// What is run of it, by which program: each option with its values, in no order. Commands that differ in the rest come to the same.
    /// </summary>
    public string InShort
    {
        get
        {
            List<string> options = [$"{Project}"];
            foreach (string word in Quick(""))
            {
                if (word.StartsWith("--", StringComparison.Ordinal))
                    options.Add(word);
                else
                    options[^1] += $" {word}";
            }

            return string.Join('\n', options.Order(StringComparer.Ordinal));
        }
    }

    public bool IsOfPortfolio => Project?.TrimEnd('/') == "projects/Portfolio";

    /// <summary>Help, the list of commands and answers on the console leave none.</summary>
    public bool LeavesARunFolder =>
        !Arguments.Contains("--help")
        && !Arguments.Contains("--json")
        && !(HasSeveralCommands && Arguments is [] or ["derivations" or "check" or "learn" or "plan" or "dojo", ..]);

    private List<string> Quick(string folder)
    {
        List<string> arguments = [.. Arguments.Select(AtTheRoot)];
        if (arguments.IndexOf("--out") is >= 0 and int at)
            arguments.RemoveRange(at, 2);
        if (LeavesARunFolder)
            arguments.AddRange(arguments.Contains("--quick") ? ["--out", folder] : ["--out", folder, "--quick"]);
        // One part stands for six, which their own tests run.
        if (arguments is ["portfolio", ..] && !arguments.Contains("--only") && !arguments.Contains("--help"))
            arguments.AddRange(["--only", "logistic"]);
        if (LeavesAnAnswer(arguments))
            arguments.AddRange(["--work", folder]);
        return arguments;
    }

    // Files of a README lie below the root of the clone, where its reader types, wherever this process was started.
    private static string AtTheRoot(string word) =>
        word.Contains('/') && Path.Combine(Repository.Folder, word) is var file && File.Exists(file) ? file : word;

    private ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        string configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        return new("dotnet",
            [Path.Combine(Repository.Folder, Project!, "bin", configuration, "net10.0", $"{AssemblyName()}.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            WorkingDirectory = Repository.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <summary>That of the project's file, where it gives one; else the folder's.</summary>
    private string AssemblyName()
    {
        string name = Path.GetFileName(Project!.TrimEnd('/'));
        var file = XDocument.Load(Path.Combine(Repository.Folder, Project, $"{name}.csproj"));
        return file.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
    }

    /// <summary>The learner's own files would stand beside the sources.</summary>
    private static bool LeavesAnAnswer(List<string> arguments) => arguments is ["check" or "learn" or "plan" or "dojo", ..];

    private bool HasSeveralCommands => Project!.TrimEnd('/') is "projects/Evaluation" or "projects/Exercises" or "projects/Portfolio";

    /// <summary>Split at spaces, quotes kept together and taken off.</summary>
    private static string[] Words(string line) =>
        [.. line.Split(['"', '\'']).SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
