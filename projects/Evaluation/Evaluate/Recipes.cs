namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>The models that can be compared, by the names that are typed.</summary>
internal static class Recipes
{
    public static IReadOnlyList<Recipe> All { get; } = [new TunedLogisticRecipe(), new PerceptronRecipe(), new OneColumnRecipe()];

    public static Recipe Of(string name) => All.Single(recipe => recipe.Name == name);

    /// <summary>Names in the order in which they were typed; all where nothing was.</summary>
    public static IReadOnlyList<string> Named(string? typed)
    {
        string[] known = [.. All.Select(recipe => recipe.Name)];
        if (typed is null)
            return known;
        string[] names = typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            string meant = NearestName.Of(unknown, known) is { } near ? $"did you mean {near}?" : $"it may be {string.Join(", ", known)}.";
            throw new UserMistakeException($"--models has {Quoted.Value(unknown)}, which is not one of the models: {meant}");
        }

        return names.Length >= 2 && names.Distinct().Count() == names.Length
            ? names
            : throw new UserMistakeException(
                $"--models is {Quoted.Value(typed)}, "
                + $"and a comparison needs at least two different models out of {string.Join(", ", known)}.");
    }
}
