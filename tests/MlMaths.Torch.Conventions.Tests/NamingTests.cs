using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A file is a concept, and its name is the noun that a learner would look up.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void A_file_is_named_by_a_type_in_it() =>
        Convention.Holds(CSharpSources.Product.SelectMany(sources => sources.Files).Where(IsNamedByNothingInIt)
            .Select(tree => tree.FilePath),
            "Name the file by its type:");

    [Fact]
    public void No_type_has_a_name_that_could_hold_anything() =>
        Convention.Holds(CSharpSources.Product.SelectMany(TypeNames).Where(name => Vague().IsMatch(name)), "Name the type by what it is:");

    [Theory]
    [InlineData("PlotHelper", true)]
    [InlineData("StringUtils", true)]
    [InlineData("RunManager", true)]
    [InlineData("Database", false)]
    [InlineData("ManagerialDecision", false)]
    public void A_vague_name_is_one_that_ends_in_a_vague_word(string name, bool vague) => Assert.Equal(vague, Vague().IsMatch(name));

    [Fact]
    public void A_rate_says_of_what() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(BareRates).Where(place => !place.StartsWith(Exercises, StringComparison.Ordinal)),
            "Of learning, of a class, of false alarms? Name the member by it:");

    // What an exercise is about has the letters and words of its task.
    private const string Exercises = "projects/Exercises/Learn/";

    [Theory]
    [InlineData("record Sweep(double Rate);", 1)]
    [InlineData("class Sweep { const double Rate = 0.1; }", 1)]
    [InlineData("class Sweep { double[] Rates { get; } = []; }", 1)]
    [InlineData("class Sweep { public static void Run(double rate) { } }", 1)]
    [InlineData("class Sweep { static void Run(double rate) { } }", 0)]
    [InlineData("record Sweep(double LearningRate);", 0)]
    public void A_planted_bare_rate_is_found(string code, int found) =>
        Assert.Equal(found, BareRates(CSharpSources.Planted("Planted.cs", code)).Count());

    [Fact]
    public void A_file_named_by_another_type_is_found() =>
        Assert.True(IsNamedByNothingInIt(CSharpSources.Parse("shared/Mean.cs", "class Median;")));

    [Fact]
    public void Test_files_are_named_by_a_type_in_them_too() =>
        Convention.Holds(
            SourceTree.Files.Where(file =>
                file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => CSharpSources.Parse(file, SourceTree.Read(file)))
                .Where(IsNamedByNothingInIt)
                .Select(tree => tree.FilePath),
            "Name the file by its type:");

    [Fact]
    public void No_file_names_a_folder_of_one_machine() =>
        Convention.Holds(
            SourceTree.Files.Where(IsText).SelectMany(
                file => MachineFolder().Matches(SourceTree.Read(file)).Select(found => $"{file}: {found.Value}")),
            "Say it relative to the clone:");

    [Theory]
    [InlineData("see /" + "home/ada/notes", true)]
    [InlineData(@"C:\Us" + @"ers\ada", true)]
    [InlineData("https://example.org/home/page", false)]
    [InlineData("runs/work/notes", false)]
    public void A_folder_of_one_machine_is_an_absolute_path_to_somebodys_files(string text, bool found) =>
        Assert.Equal(found, MachineFolder().IsMatch(text));

    private static bool IsNamedByNothingInIt(SyntaxTree tree)
    {
        string stem = Path.GetFileName(tree.FilePath).Split('.')[0];
        SyntaxNode[] top = [.. tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)];
        string[] types = [.. top.Select(NameOf).OfType<string>()];
        return types.Length > 0 && !top.OfType<GlobalStatementSyntax>().Any() && !types.Contains(stem);
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    private static IEnumerable<string> TypeNames(CSharpSources sources) =>
        sources.Nodes<BaseTypeDeclarationSyntax>().Select(place => place.Node.Identifier.Text);

    /// <summary>Members that are called rate and no more; of parameters those that callers of a public method see.</summary>
    private static IEnumerable<string> BareRates(CSharpSources sources) => sources.Files.SelectMany(
        tree => tree.GetRoot().DescendantNodes().Where(node => node switch
        {
            PropertyDeclarationSyntax property => IsRate(property.Identifier),
            MethodDeclarationSyntax method => IsRate(method.Identifier),
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => IsRate(field.Identifier),
            ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } member => IsRate(member.Identifier),
            ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax method } parameter =>
                method.Modifiers.Any(word => word.Text == "public") && IsRate(parameter.Identifier)
                    && !tree.FilePath.StartsWith("projects/", StringComparison.Ordinal),
            _ => false,
        }).Select(node => $"{tree.FilePath}:{CSharpSources.LineOf(node)}"));

    private static bool IsRate(SyntaxToken name) => name.Text.TrimStart('_').ToUpperInvariant() is "RATE" or "RATES";

    private static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".svg" or ".csv" or ".ico" or ".ttf" or ".woff2");

    [GeneratedRegex("[a-z](Manager|Helpers?|Utils?|Utilities|Services?|Common|Base)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"(?<![\w.])/(home|root|work)/\w|\b[A-Z]:\\Users\\\w")]
    private static partial Regex MachineFolder();
}
