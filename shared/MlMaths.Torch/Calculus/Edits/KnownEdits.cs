using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Calculus;

/// <summary>The edits of a derivation, found once.</summary>
internal static class KnownEdits
{
    private static readonly ConditionalWeakTable<IStepwise, IReadOnlyList<Edit>> Found = [];

    public static IReadOnlyList<Edit> Of(IStepwise derivation) => Found.GetValue(derivation, one => EditGrammar.Of(one.Steps));
}
