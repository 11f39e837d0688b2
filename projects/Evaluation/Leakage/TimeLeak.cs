using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// Days in their order, dealt to folds by chance: the day before and the day after a held-out day train, look alike, and share its
/// label, because what stands behind both moves slowly.
/// </summary>
internal sealed record TimeLeak() : Leak("time", "future in the past")
{
    private const int Days = 360, FreshDays = 240, Stretches = 6, Slow = 6;

    public override string World =>
        $"{Days} days; {Slow} columns that wander slowly and have nothing to do with the outcome, "
        + $"one that says a little, and a mood behind the outcome that wanders slowly too. "
        + $"The share of positives among the 5 nearest days; as many days train with the leak as without it.";

    public override string Mistake => "folds = Folds.Stratified(target, 5, seed);";

    public override string Fix => "folds = TimeFolds.Of(rows, 5);";

    public override string Why =>
        "The days around a held-out day are in training, and look and end much as it does; "
        + "used tomorrow, a model has only the days before.";

    public override LeakageKind? Check => LeakageKind.Future;

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        DrawnWorld world = Draw(random);
        var recipe = new NeighbourRecipe();
        int length = Days / Stretches;

        // Each stretch but the first is judged; as many days train with the leak as without it, so that only their dates differ.
        IEnumerable<Turn> turns = Enumerable.Range(1, Stretches - 1).Select(stretch =>
            new Turn([.. Enumerable.Range(0, stretch * length)],
                [.. Enumerable.Range(stretch * length, length).Where(day => day % 2 == 0)]));
        return LeakScores.Over(
            world, turns,
            turn => world.Probabilities(recipe, AnyDays(turn, random), turn.HeldOut, seed),
            (turn, judged) => world.Probabilities(recipe, turn.Training, judged, seed)) with
        {
            IsFound = world.Shows(LeakageKind.Future, seed, times: [.. Enumerable.Range(0, Days)]),
        };
    }

    private static IEnumerable<int> AnyDays(Turn turn, Random random)
    {
        int[] others = [.. Enumerable.Range(0, Days).Except(turn.HeldOut)];
        random.Shuffle(others);
        return others.Take(turn.Training.Length);
    }

    // Columns and mood: x(t) = ρ x(t − 1) + √(1 − ρ²) ε, so that each has deviation 1 and forgets within 1/(1 − ρ) days.
    private static DrawnWorld Draw(Random random)
    {
        const double Persistence = 0.985;
        double[] slow = [.. Enumerable.Range(0, Slow + 1).Select(_ => Normal.Draw(random))];
        double[] features = new double[(Days + FreshDays) * (Slow + 1)];
        bool[] positive = new bool[Days + FreshDays];
        for (int day = 0; day < positive.Length; day++)
        {
            for (int j = 0; j <= Slow; j++)
                slow[j] = Persistence * slow[j] + Math.Sqrt(1 - Persistence * Persistence) * Normal.Draw(random);
            double signal = Normal.Draw(random), logit = 4 * slow[Slow] + 0.8 * signal;
            positive[day] = random.NextDouble() < Logit.Probability(logit);
            slow.AsSpan(0, Slow).CopyTo(features.AsSpan(day * (Slow + 1)));
            features[day * (Slow + 1) + Slow] = signal;
        }

        return new(features, positive, Days);
    }
}
