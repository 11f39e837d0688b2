using System.Globalization;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>
/// A case that is drawn: one of the kinds of trainings that the doctor was made with, on rows of its own. One of six is sound. What is
/// drawn is trained beside its twin first: where the fault has no effect, or the sound training is not the best, another is drawn.
/// </summary>
internal static class DrawnCase
{
    /// <summary>How its key begins.</summary>
    public const string Prefix = "drawn-";

    private const int SoundOneOf = 6, MostDraws = 20, WrongAnswers = 3;

    /// <summary>The case of a seed; always the same.</summary>
    /// <param name="seed">Of all chance.</param>
    /// <param name="typed">What is typed to come to it.</param>
    /// <param name="trainings">Trains what is drawn.</param>
    /// <exception cref="UserMistakeException">None of the first draws would do.</exception>
    public static DojoCase Of(int seed, string typed, DojoTrainings trainings)
    {
        for (int draw = 0; draw < MostDraws; draw++)
        {
            Random chance = Seeds.Generator(seed, DrawnFor.Worlds, draw);
            IReadOnlyList<DoctorKind> kinds = chance.Next(SoundOneOf) == 0 ? SoundTrainings.All : FaultyTrainings.All;
            DoctorCase drawn = kinds[chance.Next(kinds.Count)].Draw(chance);
            TrainingSpec spec = TrainingSpec.Parse(drawn.Spec), twin = TrainingSpec.Parse(drawn.Twin);
            int trainingSeed = Seeds.Of(seed, DrawnFor.Model, draw);
            RepairGain gain = new(
                trainings.Train("a training is drawn", spec, trainingSeed), trainings.Train("its twin", twin, trainingSeed));
            if (gain.IsHarmful == drawn.IsFaulty) return Of(drawn, seed, typed, trainingSeed, spec, twin);
        }

        throw new UserMistakeException($"Nothing that would do was drawn with the seed {seed}: take another one.");
    }

    private static DojoCase Of(DoctorCase drawn, int seed, string typed, int trainingSeed, TrainingSpec spec, TrainingSpec twin)
    {
        CauseWords? cause = drawn.IsFaulty ? CauseWords.Of(drawn.Meant[0]) : null;
        IReadOnlyList<SpecChange> changes = SpecChange.Between(spec, twin);
        IEnumerable<DojoChoice> right = cause is null ? [] : [new DojoChoice(cause.Says, [drawn.Meant], IsRight: true)];
        return new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{seed}"), typed, "A drawn training", trainingSeed, spec)
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"drawn with the seed {seed}"),
            Faults = cause is null ? [] : [drawn.Meant],
            Twin = changes,
            Also = [],
            Choices = DojoCase.Shuffled([.. right, .. Wrong(drawn, spec, seed), DojoChoice.None(!drawn.IsFaulty)], trainingSeed),
            Hints = cause is null
                ? ["How good is the validation loss, beside guessing?", "What would you change, and what would show that it helped?",
                    "Try it, and look whether it wins a tenth of what there is to learn."]
                :
                [
                    cause.Question, cause.Idea,
                    $"In a mended training something else stands at {string.Join(", ", changes.Select(one => one.Path))}.",
                ],
            Story = drawn.IsFaulty
                ? $"It was drawn from the kind “{drawn.Kind}”."
                : $"It was drawn from the kind “{drawn.Kind}”, a sound one: published rules that look for symptoms take many of "
                    + "these for ill.",
        };
    }

    // As many answers of either kind, so that their number tells nothing.
    private static IEnumerable<DojoChoice> Wrong(DoctorCase drawn, TrainingSpec spec, int seed)
    {
        CauseWords[] others = [.. CauseWords.All.Where(one => one.Remedy is not null && !drawn.Meant.Contains(one.Id))];
        Seeds.Generator(seed, DrawnFor.Search).Shuffle(others);
        return others.Take(drawn.IsFaulty ? WrongAnswers : WrongAnswers + 1)
            .Select(one => new DojoChoice(one.Says, [[one.Id]], IsRight: false) { Try = one.Remedy!(spec) });
    }
}
