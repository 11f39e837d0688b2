using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// <see cref="TensorCopy"/> is the only place where memory of .NET becomes a tensor: whatever else takes an array
/// keeps that array's memory, which begins anywhere, and the last bits of products depend on where. A single number
/// is copied and harmless.
/// </summary>
public sealed class DoorTests
{
    private static readonly string[] Doors = ["tensor", "as_tensor", "from_array", "frombuffer"];

    [Fact]
    public void Memory_of_DotNet_becomes_a_tensor_at_one_door() =>
        Convention.Holds(CSharpSources.Product.SelectMany(OtherDoors),
            "Write TensorCopy.Of(numbers, [rows, columns]), so that results repeat bit for bit:");

    [Theory]
    [InlineData("torch.tensor(new[] { 1.0, 2.0 });")]
    [InlineData("torch.tensor([1.0, 2.0], torch.ScalarType.Float32);")]
    [InlineData("torch.tensor(new double[,] { { 1 } });")]
    [InlineData("torch.tensor(new float[4].AsMemory(1, 2), [2]);")]
    [InlineData("torch.as_tensor(new long[] { 1 });")]
    [InlineData("torch.from_array(new double[2, 2]);")]
    [InlineData("torch.frombuffer(new double[2], torch.ScalarType.Float64);")]
    [InlineData("Tensor x = new[] { 1.0, 2.0 };")]
    [InlineData("double[] x = [1]; torch.zeros(1).add_(x);")]
    public void A_planted_other_door_is_found(string statement) => Assert.NotEmpty(OtherDoors(Planted(statement)));

    [Theory]
    [InlineData("torch.tensor(0.5);")]
    [InlineData("torch.tensor(3L, device: torch.CPU);")]
    [InlineData("TensorCopy.Of([1.0, 2.0]);")]
    [InlineData("Tensor x = 2.0; torch.zeros(new long[] { 2, 3 });")]
    public void A_number_and_the_door_itself_are_no_breach(string statement) =>
        Assert.Empty(OtherDoors(Planted(statement)));

    private static CSharpSources Planted(string statement) => CSharpSources.Planted(
        "shared/MlMaths.Torch/Models/Opened.cs",
        $"namespace MlMaths.Torch.Models; public static class Opened {{ static void Door() {{ {statement} }} }}");

    private static IEnumerable<string> OtherDoors(CSharpSources sources) =>
        sources.Uses.Where(IsOtherDoor).Select(use => $"{use}")
            .Concat(sources.Files.AsParallel().AsOrdered().SelectMany(tree => Conversions(sources, tree)));

    private static bool IsOtherDoor(Use use) =>
        use.Assembly == "TorchSharp"
        && use.Symbol is IMethodSymbol { Parameters: [{ Type: ITypeSymbol first }, ..] } method
        && Doors.Contains(method.Name) && !IsNumber(first);

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
        || type is INamedTypeSymbol { IsValueType: true, Name: "Half" or "BFloat16" or "Complex" };

    /// <summary>
    /// <c>Tensor x = array;</c> names nothing: TorchSharp converts an array where a tensor is wanted.
    /// </summary>
    private static IEnumerable<string> Conversions(CSharpSources sources, SyntaxTree tree)
    {
        SemanticModel model = sources.Compilation.GetSemanticModel(tree);
        return from node in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
               where node is not TypeSyntax or SimpleNameSyntax
               let type = model.GetTypeInfo(node)
               where type is { Type: IArrayTypeSymbol, ConvertedType: { Name: "Tensor", ContainingAssembly.Name: "TorchSharp" } }
               select $"{tree.FilePath}:{CSharpSources.LineOf(node)} converts an array";
    }
}
