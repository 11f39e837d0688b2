using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary>
/// What stands in for a training: a loss that has a best rate and a best width, falls with epochs, and wobbles with the seed. It takes no
/// time, so that a search can be looked at many times over.
/// </summary>
/// <param name="World">Where the best lies.</param>
/// <param name="Seed">That the search is given.</param>
internal sealed record StandIn(int World, int Seed)
{
    public static StandIn Drawn(Random random) => new(random.Next(100_000), random.Next(100_000));

    /// <summary>On validation rows, or on test rows.</summary>
    public double Loss(double rate, int width, int epochs, int seed, bool isTest)
    {
        Random world = Seeds.Generator(World, DrawnFor.Worlds);
        double bestRate = -3 + 2 * world.NextDouble(), bestWidth = 1 + 3 * world.NextDouble();
        Random wobble = Seeds.Generator(Seeds.Of(seed, DrawnFor.Start, BitConverter.SingleToInt32Bits((float)rate)),
            isTest ? DrawnFor.Errors : DrawnFor.Model, width);
        double away = Math.Log10(Math.Max(rate, 1e-12)) - bestRate, wide = Math.Log2(Math.Max(width, 1)) - bestWidth;
        return 0.3 + 0.05 * away * away + 0.02 * wide * wide + 1.0 / (5 + Math.Max(0, epochs)) + 0.15 * wobble.NextDouble();
    }

    public override string ToString() => FormattableString.Invariant($"a stand-in for a training (number {World}), seed = {Seed}");
}

/// <summary>One training that was asked for.</summary>
internal sealed record Training(double Rate, int Width, int Epochs, int Seed, double Loss);

/// <summary>A search that is watched.</summary>
internal sealed class SearchSpy(StandIn at)
{
    public List<Training> Validation { get; } = [];

    public List<Training> Test { get; } = [];

    public double ByValidation(double rate, int width, int epochs, int seed) => Told(Validation, rate, width, epochs, seed, isTest: false);

    public double ByTest(double rate, int width, int epochs, int seed) => Told(Test, rate, width, epochs, seed, isTest: true);

    private double Told(List<Training> list, double rate, int width, int epochs, int seed, bool isTest)
    {
        if (list.Count >= 500) throw new InvalidOperationException("more than 500 trainings were asked for: does the search end?");
        list.Add(new(rate, width, epochs, seed, at.Loss(rate, width, epochs, seed, isTest)));
        return list[^1].Loss;
    }
}
