using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>What a fix may change: the training, and not the question that it is judged by.</summary>
internal static class AllowedChanges
{
    private static readonly string[] Judged =
        ["data.set", "data.file", "data.target", "data.target_kind", "data.columns", "data.rows", "data.noise", "data.validation"];

    /// <summary>The changed training.</summary>
    /// <exception cref="UserMistakeException">A field may not be changed, or not so.</exception>
    public static TrainingSpec Of(DojoCase one, IReadOnlyList<SpecChange> changes)
    {
        JsonObject usual = TrainingSpec.Parse("{}").Whole;
        foreach (SpecChange change in changes)
        {
            if (Judged.Contains(change.Path))
            {
                throw new UserMistakeException(
                    $"{change.Path} decides which rows are learnt and judged, and stays as it is: mend the training, and not the "
                    + "question.");
            }

            // A number may be typed as 0 or as 0.0.
            if (DojoCase.IsUnseen(change.Path) && !IsSame(change.Value, usual[change.Part]![change.Field]))
            {
                throw new UserMistakeException(
                    $"{change.Path} is a mistake in the code, and may only be taken away: {change.Path} default.");
            }
        }

        return one.Spec.With(changes);
    }

    private static bool IsSame(JsonNode? typed, JsonNode? usual) => JsonNode.DeepEquals(typed, usual)
        || (typed is JsonValue first && usual is JsonValue second
            && first.TryGetValue(out double one) && second.TryGetValue(out double other) && one == other);
}
