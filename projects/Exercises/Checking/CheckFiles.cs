using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>Where a learner writes the gradient of each derivation, and what they start from.</summary>
internal static class CheckFiles
{
    /// <summary>The names of the derivations, in the order in which a learner meets them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. DerivationCatalogue.All.Select(derivation => derivation.Name)];

    /// <summary>The loss is given, with one marked place for the gradient.</summary>
    public static StubFile StubOf(string derivation) => new($"YourTurn/{derivation}.cs");

    /// <summary>Its place in the folder of the learner's own files.</summary>
    public static string PlaceOf(string derivation) => $"derivations/{derivation}.cs";

    /// <summary>The derivation of that name.</summary>
    /// <exception cref="UserMistakeException">There is none.</exception>
    public static string Known(string name)
    {
        if (Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        string meant = NearestName.Of(name, Names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException($"There is no derivation {Quoted.Value(name)}{meant}: it may be {string.Join(", ", Names)}.");
    }
}
