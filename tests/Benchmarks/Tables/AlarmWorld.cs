using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>A world whose rows are N(±0.733, 1), so that the area under the ROC curve is 0.85 and every probability is known.</summary>
/// <param name="BaseRate">b, that the probabilities are right for.</param>
internal sealed record AlarmWorld(double BaseRate)
{
    private const double Shift = 0.733;

    /// <summary>Labels and probabilities of rows at any base rate.</summary>
    public (bool[] Labels, double[] Probabilities) Draw(double now, int rows, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        bool[] labels = new bool[rows];
        double[] probabilities = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.NextDouble() < now;
            probabilities[row] = At(Normal.Draw(random, labels[row] ? Shift : -Shift));
        }

        return (labels, probabilities);
    }

    /// <summary>
    /// Cost per case of calling every row whose probability at b reaches a threshold, at the base rate of now: exact, from the two
    /// normal laws.
    /// </summary>
    public double CostAt(double threshold, double now, ErrorCosts costs)
    {
        double odds = threshold / (1 - threshold) * (1 - BaseRate) / BaseRate, x = Math.Log(odds) / (2 * Shift);
        double found = Normal.Cumulative(Shift - x), alarms = Normal.Cumulative(-Shift - x);
        return now * ((1 - found) * costs.Miss + found * costs.Review) + (1 - now) * alarms * (costs.FalseAlarm + costs.Review);
    }

    private double At(double x)
    {
        double odds = BaseRate / (1 - BaseRate) * Math.Exp(2 * Shift * x);
        return odds / (1 + odds);
    }
}
