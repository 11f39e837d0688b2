namespace MlMaths.Torch.Doctor;

/// <summary>What was said of which column or tag is what; null where it is to be found.</summary>
/// <param name="Step">Steps.</param>
/// <param name="Loss">Training loss.</param>
/// <param name="Validation">Validation loss.</param>
/// <param name="Run">One run of several.</param>
public sealed record LogNames(string? Step = null, string? Loss = null, string? Validation = null, string? Run = null)
{
    /// <summary>The one of some names that was typed.</summary>
    /// <param name="option">Where it was typed.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">What there is.</param>
    /// <param name="shown">Where.</param>
    /// <exception cref="UserMistakeException">There is none.</exception>
    internal static string Named(string option, string typed, IReadOnlyList<string> names, string shown) =>
        names.FirstOrDefault(name => name == typed)
        ?? names.FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserMistakeException(
            $"{option} is {Quoted.Value(typed)}, which {shown} does not have{Meant(typed, names)}; it has {Quoted.List([.. names], 12)}.");

    private static string Meant(string typed, IReadOnlyList<string> names) =>
        NearestName.Of(typed, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
}
