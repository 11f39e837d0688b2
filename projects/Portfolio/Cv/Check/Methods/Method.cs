using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Evidence;

namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>One of several ways that a run measured the same of: what people call it, and which measurements are its own.</summary>
/// <param name="Words">As they stand in a CV.</param>
/// <param name="Ids">Of measurements.</param>
internal sealed record Method(Regex Words, Regex Ids)
{
    /// <summary>How a measurement calls the model that it is of: <c>scored once by perceptron</c>; null where the id tells.</summary>
    public string? Model { get; init; }

    /// <summary>Whether no program fits it by itself, so that a number that does not name it is none of its own.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether a measurement is of this way alone; a gain is of two.</summary>
    public bool Owns(KnownNumber one) => one.Number.Id.StartsWith(PageTables.Id, StringComparison.Ordinal)
        ? Words.IsMatch(one.Number.Label)
        : !IsOfTwo(one.Number.Id) && Model is { } model
        ? one.Number.How.Contains($" by {model}", StringComparison.Ordinal)
        : !IsOfTwo(one.Number.Id) && Ids.IsMatch(one.Number.Id);

    private static bool IsOfTwo(string id) => id.Split('.').Any(part => part is "gain" or "saved" or "difference" or "over" or "relative");
}
