namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>Something that adverts ask for.</summary>
/// <param name="Name">As a person would say it.</param>
/// <param name="Week">Of the six.</param>
/// <param name="Places">Where it is learnt: what one types, behind the launcher.</param>
/// <param name="Evidence">Ids of measurements, or how they begin; a sentence that rests on one of them backs the skill.</param>
/// <param name="Terms">Words by which adverts ask for it.</param>
internal sealed record Skill(
    string Name, int Week, IReadOnlyList<string> Places, IReadOnlyList<string> Evidence, params IReadOnlyList<string> Terms)
{
    /// <summary>Whether a measurement is evidence of it.</summary>
    public bool IsBackedBy(string id) => Evidence.Any(one => id == one || id.StartsWith($"{one}.", StringComparison.Ordinal));
}
