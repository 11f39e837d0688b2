using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Rows whose true probability is known, and what a model says of them.</summary>
/// <code>logit q ~ N(centre, spread²)   the truth;   logit p = bias + boldness · logit q   what is said</code>
/// <param name="Name">As a table prints it.</param>
/// <param name="Centre">Mean of the true logits.</param>
/// <param name="Spread">Their deviation.</param>
/// <param name="Bias">Added to what is said; 0 is right.</param>
/// <param name="Boldness">1 is right, more is too sure.</param>
public sealed record ProbabilityLaw(string Name, double Centre, double Spread, double Bias, double Boldness)
{
    /// <summary>Right ones, and ones that are wrong in four ways; half of the rows positive, or few.</summary>
    public static IReadOnlyList<ProbabilityLaw> All { get; } =
    [
        new("right", 0, 1.2, 0, 1), new("right and sharp", 0, 3, 0, 1), new("right, 4 % positive", -3.8, 1.2, 0, 1),
        new("bold", 0, 1.2, 0, 1.5), new("very bold", 0, 1.2, 0, 2.5), new("timid", 0, 1.5, 0, 0.5), new("too high", 0, 1.2, 0.5, 1),
        new("too high, 4 % positive", -3.8, 1.2, 1, 1), new("knows little", 0, 0.3, 0.1, 1),
    ];

    /// <summary>Labels and what is said of them.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="random">Draws them.</param>
    public (bool[] Labels, double[] Probabilities) Rows(int rows, Random random)
    {
        bool[] labels = new bool[rows];
        double[] said = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double logit = Normal.Draw(random, Centre, Spread);
            said[row] = 1 / (1 + Math.Exp(-Bias - Boldness * logit));
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logit));
        }

        return (labels, said);
    }

    /// <summary>Every measure of a million rows.</summary>
    /// <param name="threshold">From which a row is called positive.</param>
    public BinaryMetrics Truth(double threshold)
    {
        (bool[] labels, double[] said) = Rows(1_000_000, Seeds.Generator(5, DrawnFor.Worlds));
        return BinaryMetrics.Of(labels, said, threshold);
    }
}
