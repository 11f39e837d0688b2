using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// Inside a layer, files stand in rooms: folders small enough to be read through, whose arrows go one way. A room is a place, not a name:
/// its namespace is the layer's.
/// </summary>
public sealed class RoomTests
{
    private const int MaxFiles = 30;

    [Fact]
    public void Two_rooms_of_a_layer_use_each_other_one_way_only() =>
        Convention.Holds(Loops(CSharpSources.Library), "Move what both rooms need into the one that is used:");

    [Theory]
    [InlineData("Curve", "Costs", true)]
    [InlineData("Curve", "Costs", true, "Plan")]
    [InlineData("Curve", "Curve", false, "Curve")]
    [InlineData("Figure", "Costs", false)]
    public void A_planted_loop_of_rooms_is_found(string curvesUse, string costsUse, bool loops, string between = "Costs")
    {
        (string File, string Code)[] files =
        [
            Planted("Evaluation/Curves/Curve", between),
            Planted("Evaluation/Plans/Plan", costsUse),
            Planted("Evaluation/Decisions/Costs", curvesUse),
            Planted("Figures/Figure", "Curve"),
        ];

        Assert.Equal(loops, Loops(CSharpSources.Planted(files)).Any());
    }

    [Fact]
    public void No_folder_holds_more_than_30_files() =>
        Convention.Holds(Crowded([.. SourceTree.Files.Where(file => Path.GetFileName(file) != "README.md")]), "Give its concepts rooms:");

    [Fact]
    public void A_planted_31st_file_is_found()
    {
        string[] files = [.. Enumerable.Range(1, MaxFiles).Select(file => $"shared/MlMaths.Torch/Data/Kind{file}.cs")];
        Assert.Empty(Crowded(files));
        Assert.Single(Crowded([.. files, "shared/MlMaths.Torch/Data/Last.cs"]));
    }

    [Fact]
    public void The_namespace_of_a_room_is_its_layers() =>
        Convention.Holds(Files(".cs").Where(IsElsewhere).Select(tree => tree.FilePath), "Name the layer, not the room:");

    [Theory]
    [InlineData("shared/MlMaths.Torch/Data/Splits/Deal.cs", "MlMaths.Torch.Data.Splits", true)]
    [InlineData("shared/MlMaths.Torch/Data/Splits/Deal.cs", "MlMaths.Torch.Evaluation", true)]
    [InlineData("shared/MlMaths.Torch/Data/Splits/Deal.cs", "MlMaths.Torch.Data", false)]
    [InlineData("tests/MlMaths.Torch.Tests/Data/Splits/DealTests.cs", "MlMaths.Torch.Tests.Data.Splits", true)]
    [InlineData("tests/MlMaths.Torch.Tests/Data/Splits/DealTests.cs", "MlMaths.Torch.Tests.Data", false)]
    [InlineData("tests/Benchmarks/Tables/DealTable.cs", "MlMaths.Torch.Benchmarks.Tables", true)]
    public void A_planted_namespace_of_a_room_is_found(string file, string space, bool found) =>
        Assert.Equal(found, IsElsewhere(CSharpSources.Parse(file, $"namespace {space}; public sealed class Deal;")));

    [Fact]
    public void The_tests_of_a_type_stand_in_the_room_of_the_type() =>
        Convention.Holds(Strays(SourceTree.Files), "Tests mirror the rooms:");

    [Fact]
    public void A_planted_test_in_another_room_is_found()
    {
        string[] files =
        [
            "shared/MlMaths.Torch/Data/Splits/Deal.cs", "tests/MlMaths.Torch.Tests/Data/DealTests.cs",
            "shared/MlMaths.Torch/Data/Hand.cs", "tests/MlMaths.Torch.Tests/Data/HandTests.cs",
        ];

        Assert.Equal("tests/MlMaths.Torch.Tests/Data/DealTests.cs", Assert.Single(Strays(files)));
    }

    private static (string File, string Code) Planted(string path, string used)
    {
        string[] parts = path.Split('/');
        string code = $"using MlMaths.Torch.Evaluation; namespace MlMaths.Torch.{parts[0]}; "
            + $"public sealed class {parts[^1]} {{ public {used}? Used; }}";
        return ($"shared/MlMaths.Torch/{path}.cs", code);
    }

    /// <summary>The arrows between rooms of a layer that one can follow and come back; of each, its first three uses.</summary>
    private static IEnumerable<string> Loops(CSharpSources sources)
    {
        ILookup<string, (string To, Use Use)> arrows =
            sources.Uses.SelectMany(Arrows).ToLookup(arrow => arrow.From, arrow => (arrow.To, arrow.Use));
        Dictionary<string, HashSet<string>> reached = arrows.ToDictionary(from => from.Key, from => Reached(from.Key, arrows));
        return from room in arrows
               from target in room.GroupBy(arrow => arrow.To)
               where reached.TryGetValue(target.Key, out HashSet<string>? back) && back.Contains(room.Key)
               from arrow in target.Take(3)
               select $"{room.Key} → {target.Key}: {arrow.Use}";
    }

    private static IEnumerable<(string From, string To, Use Use)> Arrows(Use use)
    {
        string from = Room(use.File);
        string[] declared =
            [.. use.Type?.OriginalDefinition.DeclaringSyntaxReferences.Select(place => Room(place.SyntaxTree.FilePath))
                ?? []];
        return declared.Contains(from) || from.Length == 0
            ? []
            : declared.Distinct().Where(to => Layer(to) == Layer(from)).Select(to => (from, to, use));
    }

    private static HashSet<string> Reached(string room, ILookup<string, (string To, Use Use)> arrows)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([room]);
        while (open.TryDequeue(out string? next))
        {
            foreach ((string to, _) in arrows[next])
            {
                if (reached.Add(to))
                    open.Enqueue(to);
            }
        }

        return reached;
    }

    /// <summary>
    /// The folder of a file of the library, from its layer on; the files of a layer that stand in no room are a room,
    /// too.
    /// </summary>
    private static string Room(string file) =>
        file.Split('/') is ["shared", "MlMaths.Torch", .. [_, _, ..] inside] ? string.Join('/', inside[..^1]) : "";

    private static string Layer(string room) => room.Split('/')[0];

    private static IEnumerable<string> Crowded(IEnumerable<string> files) =>
        files.GroupBy(file => Path.GetDirectoryName(file)).Where(folder => folder.Count() > MaxFiles)
            .Select(folder => $"{folder.Key}: {folder.Count()} files");

    private static IEnumerable<SyntaxTree> Files(string end) =>
        SourceTree.Files.Where(file => file.EndsWith(end, StringComparison.Ordinal))
            .Select(file => CSharpSources.Parse(file, SourceTree.Read(file)));

    private static bool IsElsewhere(SyntaxTree tree) =>
        Space(tree.FilePath) is string space
        && tree.GetRoot().ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().Any(declared => declared.Name.ToString() != space);

    /// <summary>Null where the namespace is the whole folder, and the compiler's own rule sees to it.</summary>
    private static string? Space(string file) => file.Split('/') switch
    {
        ["shared", "MlMaths.Torch", string layer, _, ..] => $"MlMaths.Torch.{layer}",
        ["tests", "MlMaths.Torch.Tests" or "MlMaths.Torch.Projects.Tests", string layer, _, ..] => $"MlMaths.Torch.Tests.{layer}",
        ["tests", "Benchmarks", ..] => "MlMaths.Torch.Benchmarks",
        _ => null,
    };

    private static IEnumerable<string> Strays(IReadOnlyList<string> files)
    {
        HashSet<string> library = [.. files.Where(file => file.StartsWith("shared/MlMaths.Torch/", StringComparison.Ordinal))];
        ILookup<string, string> rooms =
            library.ToLookup(file => $"{Layer(Room(file))}/{Path.GetFileNameWithoutExtension(file)}Tests.cs", Room);
        return files.Where(file => file.Split('/') is ["tests", "MlMaths.Torch.Tests", .. [_, _, ..] inside]
            && rooms[$"{inside[0]}/{inside[^1]}"].Any() && !rooms[$"{inside[0]}/{inside[^1]}"].Contains(string.Join('/', inside[..^1])));
    }
}
