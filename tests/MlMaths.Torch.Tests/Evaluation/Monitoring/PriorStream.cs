using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>Rows that are N(±0.733, 1), so that the area under the ROC curve is 0.85 and every probability is known.</summary>
internal sealed record PriorStream(double[] X, bool[] Labels, double[] Probabilities)
{
    private const double Shift = 0.733;

    /// <summary>Rows at a base rate of now, with their probabilities at the one before.</summary>
    public static PriorStream Draw(double before, double now, int rows, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < now)];
        double[] x = [.. labels.Select(label => Normal.Draw(random, label ? Shift : -Shift))];
        return new PriorStream(x, labels, [.. x.Select(value => Probability(value, before))]);
    }

    public static double Probability(double x, double rate)
    {
        double odds = rate / (1 - rate) * Math.Exp(2 * Shift * x);
        return odds / (1 + odds);
    }

    public LabelledReference Reference => new(Labels, Probabilities);
}
