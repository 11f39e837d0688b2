namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>What an advert asks for, as far as its words stand in the table.</summary>
/// <param name="Asked">Each skill once, with the words that asked for it, in the order of the weeks.</param>
/// <param name="Elsewhere">What it asks for that this suite does not teach.</param>
/// <param name="NotUnderstood">Passages without a word of the table, with the number of their line.</param>
internal sealed record AdvertReading(
    IReadOnlyList<(Skill Skill, IReadOnlyList<string> Terms)> Asked, IReadOnlyList<string> Elsewhere,
    IReadOnlyList<(int Line, string Text)> NotUnderstood)
{
    // Headings and single words ask for nothing by themselves.
    private const int FewestWords = 3;

    public static AdvertReading Of(string text)
    {
        Dictionary<Skill, List<string>> asked = [];
        HashSet<string> elsewhere = [];
        List<(int, string)> notUnderstood = [];
        foreach ((int line, string passage) in Passages(text))
        {
            bool isUnderstood = false;
            foreach ((Skill? skill, string term) in Vocabulary.Ours.In(passage))
            {
                isUnderstood = true;
                if (skill is null) elsewhere.Add(term);
                else if (!asked.TryAdd(skill, [term]) && !asked[skill].Contains(term)) asked[skill].Add(term);
            }

            if (!isUnderstood && Vocabulary.Words(passage).Length >= FewestWords) notUnderstood.Add((line, passage));
        }

        return new(
            [.. SkillCatalogue.All.Where(asked.ContainsKey).Select(skill => (skill, (IReadOnlyList<string>)asked[skill]))],
            [.. elsewhere.Order(StringComparer.OrdinalIgnoreCase)], notUnderstood);
    }

    private static IEnumerable<(int Line, string Passage)> Passages(string text) =>
        from line in text.ReplaceLineEndings("\n").Split('\n').Index()
        from passage in line.Item.Split([". ", "; ", "! ", "? "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (line.Index + 1, passage);
}
