using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>How much is measured.</summary>
/// <param name="Quick">A small, fast version of the same path.</param>
/// <param name="Seed">Of every random point.</param>
internal sealed record CalculusOptions(bool Quick, int Seed)
{
    public static CalculusOptions Checked(ParsedOptions parsed) => new(parsed.Common.Quick, parsed.Common.Seed);
}
