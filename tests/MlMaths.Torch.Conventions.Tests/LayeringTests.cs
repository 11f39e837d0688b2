using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// The architecture, as a list that the build checks: a folder of the library may use the folders above it, never one
/// below.
/// </summary>
public sealed class LayeringTests
{
    private static readonly string[] Layers =
    [
        "Text", "Probability", "Data", "LinearAlgebra", "Evaluation", "Models", "Calculus",
        "Optimisation", "Diagnosis", "Doctor", "Figures", "Reporting", "Runs", "Cli",
    ];

    [Fact]
    public void A_file_uses_only_its_own_layer_and_theLayers_above_it() =>
        Convention.Holds(Breaches(CSharpSources.Library), "Move what the file needs up, or move the file down:");

    [Fact]
    public void Every_folder_of_the_library_is_a_layer()
    {
        string[] folders = [.. CSharpSources.Library.Files.Select(tree => tree.FilePath.Split('/'))
            .Where(path => path.Length > 3)
            .Select(path => path[2])];
        Convention.Holds(folders.Except(Layers), "Give the folder its place in the list of layers, or its files another folder:");
    }

    [Fact]
    public void Projects_never_reference_each_other()
    {
        string[] breaches = [.. SourceTree.Files
            .Where(file => file.StartsWith("projects/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("projects/Portfolio/", StringComparison.Ordinal))
            .Where(file => SourceTree.Read(file).Split('\n')
                .Any(line => line.Contains("<ProjectReference") && !line.Contains("/shared/")))];
        Convention.Holds(breaches, "What two projects use lives in the library:");
    }

    [Theory]
    [InlineData("Runs.RunFolder folder = new();")]
    [InlineData("MlMaths.Torch.Runs.RunFolder folder = new();")]
    [InlineData("var folder = RunFolder.At(3);")]
    [InlineData("3.Seal();")]
    public void A_planted_use_of_a_lower_layer_is_found_however_it_is_written(string statement)
    {
        string code = $$"""
            using MlMaths.Torch.Runs;
            namespace MlMaths.Torch.Runs
            {
                public sealed class RunFolder { public static RunFolder At(int seed) => new(); }
                public static class Seals { public static void Seal(this int seed) { } }
            }
            namespace MlMaths.Torch.Data
            {
                public static class Reader { public static void Read() { {{statement}} } }
            }
            """;

        Assert.NotEmpty(Breaches(CSharpSources.Planted("shared/MlMaths.Torch/Data/Reader.cs", code)));
    }

    [Fact]
    public void Using_a_layer_above_is_no_breach()
    {
        string code = "namespace MlMaths.Torch.Runs { public static class Folder { public static object "
            + "Draw(Figures.Figure figure) => figure; } }";
        Assert.Empty(Breaches(CSharpSources.Planted("shared/MlMaths.Torch/Runs/Folder.cs", code)));
    }

    private static IEnumerable<Use> Breaches(CSharpSources sources) => sources.Uses.Where(use => Layer(use.Symbol) > Layer(use.File));

    /// <summary>−1: the root of the library, or outside it; anybody may use that.</summary>
    private static int Layer(ISymbol symbol)
    {
        string space = symbol.ContainingNamespace?.ToString() ?? "";
        return space.StartsWith("MlMaths.Torch.", StringComparison.Ordinal) ? Array.IndexOf(Layers, space.Split('.')[2]) : -1;
    }

    /// <summary>The root itself is above every layer: it may use none.</summary>
    private static int Layer(string file) => file.Split('/') is [_, _, string folder, _, ..] ? Array.IndexOf(Layers, folder) : -1;
}
