using MlMaths.Torch.Calculus;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>Every derivation of the catalogue, beside the code that it ends in.</summary>
internal static class DerivationsSection
{
    public static Section Of(CheckFindings findings) => new(
        "How is a gradient derived?",
        [
            new Paragraph(
                $"Every line names one step. Going forward the steps end in the loss L; going back, from the last to the first, each hands "
                + $"its derivative to those before it, and `dz` is short for {Tex.Of(@"\partial L/\partial z")}. A term has one colour in "
                + $"the formula and in the code, and a path that splits on the way forward is a sum on the way back."),
            .. findings.Derivations.SelectMany(one => Derived(one.Derivation)),
        ],
        $"Forward, every step gets a name; back, each hands its derivative on.");

    private static IEnumerable<Block> Derived(IDerivation derivation) =>
    [
        new Paragraph($"**{derivation.Title}** (`{derivation.Name}`)"),
        derivation.Terms.Count == 0
            ? new Formula(derivation.Formula)
            : new DerivationBlock(derivation.Formula, CodeOf(derivation), derivation.Terms),
    ];

    // Both normalisations are one piece of code, along rows or down columns.
    private static string CodeOf(IDerivation derivation) => derivation.Name is "layer-norm" or "batch-norm"
        ? string.Join('\n', MethodSource.Of("Normalised.cs", "Of"), "", $"dX = {MethodSource.Of("Normalised.cs", "Backward")}")
        : MethodSource.Of($"{derivation.GetType().Name}.cs", nameof(IDerivation.Gradient));
}
