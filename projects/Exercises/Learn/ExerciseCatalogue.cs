namespace MlMaths.Torch.Exercises.Learn;

/// <summary>The exercises, in the order of the weeks.</summary>
internal static class ExerciseCatalogue
{
    /// <summary>All of them: week 4 comes before the sixth, which is of week 5.</summary>
    public static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise01.Check.Exercise,
        Exercise02.Check.Exercise,
        Exercise03.Check.Exercise,
        Exercise04.Check.Exercise,
        Exercise05.Check.Exercise,
        Exercise07.Check.Exercise,
        Exercise08.Check.Exercise,
        Exercise09.Check.Exercise,
        Exercise06.Check.Exercise,
        Exercise10.Check.Exercise,
        Exercise11.Check.Exercise,
        Exercise12.Check.Exercise,
    ];

    /// <summary>The next one; after the last the first.</summary>
    public static Exercise After(Exercise exercise) => All[(All.ToList().IndexOf(exercise) + 1) % All.Count];

    /// <summary>The exercise of that number or name.</summary>
    /// <exception cref="UserMistakeException">There is none.</exception>
    public static Exercise Known(string typed)
    {
        if (All.FirstOrDefault(exercise => typed.TrimStart('0') == FormattableString.Invariant($"{exercise.Number}")
            || typed.Equals(exercise.Word, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        string[] words = [.. All.Select(exercise => exercise.Word)];
        string meant = NearestName.Of(typed, words) is { } near ? $" (did you mean {near}?)" : "";
        IEnumerable<string> known = All.OrderBy(one => one.Number).Select(one => FormattableString.Invariant($"{one.Number} ({one.Word})"));
        throw new UserMistakeException(
            $"There is no exercise {Quoted.Value(typed)}{meant}: it may be {string.Join(", ", known)}.");
    }
}
