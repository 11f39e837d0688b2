namespace MlMaths.Torch.Tests.Conventions;

/// <summary>What belongs to one place of the library is named nowhere else in it.</summary>
public sealed class WhoMayNameTests
{
    private static readonly string[] ReadingFiles =
        ["Exists", "ReadAllText", "ReadAllBytes", "ReadAllLines", "ReadLines", "OpenRead", "OpenText"];

    private static readonly Rule[] Rules =
    [
        new("torch stays out of what needs no tensors",
            use => use.Assembly == "TorchSharp",
            file => !In(file, "Probability", "Evaluation", "Diagnosis", "Reporting") || Named(file, "Evaluation", "Latency"),
            "shared/MlMaths.Torch/Diagnosis/Fault.cs", "Tensor x = torch.zeros(3);"),

        new("ScottPlot is drawn with in Figures and saved in Runs",
            use => use.Assembly is "ScottPlot" or "SkiaSharp",
            file => In(file, "Figures") || Named(file, "Runs", "Figure"),
            "shared/MlMaths.Torch/Reporting/Page.cs", "ScottPlot.Plot plot = new();"),

        new("a figure is saved in Runs alone",
            use => use.Assembly == "ScottPlot" && use.Symbol.Name.StartsWith("Save", StringComparison.Ordinal),
            file => Named(file, "Runs", "Figure"),
            "shared/MlMaths.Torch/Figures/Curve.cs", "new ScottPlot.Plot().SavePng(\"x.png\", 4, 4);"),

        new("only commands speak to the console",
            use => use.FullName.StartsWith("System.Console", StringComparison.Ordinal)
                || use.Assembly is "Spectre.Console" or "System.CommandLine",
            file => In(file, "Cli"),
            "shared/MlMaths.Torch/Optimisation/Loop.cs", "System.Console.Out.Flush();"),

        new("time is handed in",
            use => use.FullName.StartsWith("System.Diagnostics.Stopwatch", StringComparison.Ordinal)
                || use.FullName is "System.DateTime.Now" or "System.DateTime.UtcNow" or "System.DateTime.Today"
                    or "System.DateTimeOffset.Now"
                    or "System.DateTimeOffset.UtcNow" or "System.Environment.TickCount"
                    or "System.Environment.TickCount64" or "System.TimeProvider.System",
            file => In(file, "Cli"),
            "shared/MlMaths.Torch/Runs/Folder.cs", "System.DateTimeOffset now = DateTimeOffset.UtcNow;"),

        new("culture and current directory are the command's business",
            use => use.FullName is "System.Environment.CurrentDirectory" or "System.IO.Directory.GetCurrentDirectory"
                or "System.Globalization.CultureInfo.CurrentCulture" or "System.Globalization.CultureInfo.CurrentUICulture",
            file => In(file, "Cli"),
            "shared/MlMaths.Torch/Data/Csv.cs", "string folder = Environment.CurrentDirectory;"),

        new("files are written in Runs alone",
            WritesFiles,
            file => In(file, "Runs"),
            "shared/MlMaths.Torch/Reporting/Page.cs", "using StreamWriter page = new(\"page.html\");"),

        new("distributions come through Probability",
            use => use.Assembly == "MathNet.Numerics",
            file => In(file, "Probability"),
            "shared/MlMaths.Torch/Evaluation/Test.cs", "double p = MathNet.Numerics.SpecialFunctions.Erf(1);"),

        new("CSV is read in Data and written in Runs",
            use => use.Assembly == "CsvHelper",
            file => In(file, "Data", "Runs"),
            "shared/MlMaths.Torch/Cli/Table.cs", "CsvHelper.CsvReader? reader = null;"),

        new("every reader opens its table through one door",
            use => use.FullName.StartsWith("CsvHelper.CsvReader.Create", StringComparison.Ordinal),
            file => Named(file, "Data", "CsvRecords"),
            "shared/MlMaths.Torch/Data/Table.cs", "CsvHelper.CsvReader.Create(new byte[1]);"),

        new("Markdown becomes HTML in Reporting",
            use => use.Assembly == "Markdig",
            file => In(file, "Reporting"),
            "shared/MlMaths.Torch/Runs/Page.cs", "string html = Markdig.Markdown.ToHtml(\"x\");"),

        new("only a gradient source differentiates",
            use => use.Assembly == "TorchSharp" && use.Symbol.Name == "backward",
            file => In(file, "Calculus"),
            "shared/MlMaths.Torch/Optimisation/Loop.cs", "torch.zeros(1).backward();"),
    ];

    public static TheoryData<string> Sentences() => [.. Rules.Select(rule => rule.Sentence)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_library_keeps_it(string sentence)
    {
        Rule rule = Rules.Single(candidate => candidate.Sentence == sentence);
        Convention.Holds(Breaches(rule, CSharpSources.Library), $"The rule is: {sentence}.");
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_planted_breach_is_found(string sentence)
    {
        Rule rule = Rules.Single(candidate => candidate.Sentence == sentence);
        string code = $"namespace MlMaths.Torch.Planted; public static class Breach {{ public static void Commit() {{ {rule.Breach} }} }}";
        Assert.NotEmpty(Breaches(rule, CSharpSources.Planted(rule.BreachFile, code)));
    }

    [Fact]
    public void The_console_is_named_in_no_file_of_a_project_but_its_program() =>
        Convention.Holds(
            CSharpSources.Projects.SelectMany(project => project.Uses)
                .Where(use => use.FullName.StartsWith("System.Console", StringComparison.Ordinal)
                    && !use.File.EndsWith("/Program.cs", StringComparison.Ordinal)),
            "A project returns what it found, and Cli prints it:");

    private static IEnumerable<Use> Breaches(Rule rule, CSharpSources sources) =>
        sources.Uses.Where(use => rule.Names(use) && !rule.MayName(use.File));

    private static bool In(string file, params string[] folders) =>
        file.Split('/') is ["shared", "MlMaths.Torch", string folder, _, ..] && folders.Contains(folder);

    private static bool Named(string file, string folder, string start) =>
        In(file, folder) && Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal);

    private static bool WritesFiles(Use use) => use.Type?.ToString() switch
    {
        "System.IO.File" => use.Symbol.Kind == Microsoft.CodeAnalysis.SymbolKind.Method && !ReadingFiles.Contains(use.Symbol.Name),
        "System.IO.Directory" => use.Symbol.Name is "CreateDirectory" or "CreateTempSubdirectory"
            or "CreateSymbolicLink" or "Delete" or "Move",
        "System.IO.FileSystemInfo" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" =>
            use.Symbol.Name is "Create" or "CreateText" or "Delete" or "MoveTo" or "CopyTo" or "Replace",
        "System.IO.FileStream" => use.Symbol.Name == ".ctor",
        "System.IO.StreamWriter" => use.Symbol is Microsoft.CodeAnalysis.IMethodSymbol { Name: ".ctor" } made
            && made.Parameters[0].Type.Name == "String",
        "System.IO.Path" => use.Symbol.Name == "GetTempFileName",
        _ => use.Assembly == "TorchSharp" && (use.Type?.Name == "SummaryWriter" || use.Symbol.Name is "save" or "Save"),
    };

    /// <param name="Sentence">What holds.</param>
    /// <param name="Names">Whether a use is of the kind that the sentence speaks of.</param>
    /// <param name="MayName">The files where such a use is at home.</param>
    /// <param name="BreachFile">Where a breach would stand.</param>
    /// <param name="Breach">A statement that breaks it.</param>
    private sealed record Rule(string Sentence, Func<Use, bool> Names, Func<string, bool> MayName, string BreachFile, string Breach);
}
