using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// A world that stays as it is, watched by a calibrated model some of whose scores are equal, as a tree's or those of a row without
/// any sign are: a reference on which the calibration was fitted, and windows. Whatever rings is a false alarm.
/// <code>
/// z = the tied logit with the share of ties, else N(±0.733, 1)·1.466 + ln odds     P(positive) = σ(z)
/// one way      reference and windows by the calibration of all reference rows
/// five fits    each fifth of the reference by a calibration of the others, windows by that of all
/// </code>
/// </summary>
/// <param name="Rang">Share of windows whose mean probability rings at 1 %.</param>
/// <param name="Drifted">Share of windows in which the score, or a column beside it, is said to drift at 1 %.</param>
public sealed record TiedScoresTrial(double Rang, double Drifted)
{
    /// <summary>Windows of a world.</summary>
    public const int Windows = 4;

    private const double Level = 0.01, Distance = 0.733, Tied = -2.5, BaseRate = 0.2;
    private const int Folds = 5;

    /// <summary>One world.</summary>
    /// <param name="ties">Share of rows with the same logit.</param>
    /// <param name="reference">Rows of the reference.</param>
    /// <param name="rows">Of a window.</param>
    /// <param name="isotonic">Else Platt's curve.</param>
    /// <param name="fiveFits">Else one way.</param>
    /// <param name="seed">Of the world and of what is drawn in it.</param>
    /// <param name="simulations">Of each test.</param>
    public static TiedScoresTrial Of(
        double ties, int reference, int rows, bool isotonic, bool fiveFits, int seed, int simulations = 999)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        (bool[] labels, double[] logits) = Drawn(ties, reference, random);
        Func<double, double> all = Fitted(labels, logits, isotonic, fold: null);
        Func<double, double>[] folds = [.. Enumerable.Range(0, Folds).Select(fold => Fitted(labels, logits, isotonic, fold))];
        double[] known = [.. logits.Select((z, row) => fiveFits ? folds[row % Folds](z) : all(z))];
        var labelled = new LabelledReference(labels, known);
        BaseRateAlarm alarm = MeanNullDistribution.Of(labelled.Probabilities, seed, simulations).Alarm(rows, Level);
        var drift = new MixtureDriftTest(["x", "the score"], [Beside(logits), known], labels, labelled.AsItIs.Of(known));
        int rang = 0, drifted = 0;
        for (int window = 0; window < Windows; window++)
        {
            double[] seen = Drawn(ties, rows, random).Logits, scores = [.. seen.Select(all)];
            rang += alarm.Rings(scores) ? 1 : 0;
            double rate = WindowEstimates.RateOf(labelled.AsItIs, scores);
            drifted += drift.Test([Beside(seen), scores], rate, Seeds.Of(seed, DrawnFor.Drift, window), simulations / 2)
                .Any(column => column.AdjustedPValue <= Level) ? 1 : 0;
        }

        return new((double)rang / Windows, (double)drifted / Windows);
    }

    // A rounded column that says a part of what the score says.
    private static double[] Beside(double[] logits) => [.. logits.Select(z => Math.Round(z))];

    private static (bool[] Labels, double[] Logits) Drawn(double ties, int rows, Random random)
    {
        bool[] labels = new bool[rows];
        double[] logits = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            bool isTied = random.NextDouble() < ties;
            labels[row] = random.NextDouble() < (isTied ? Logit.Probability(Tied) : BaseRate);
            logits[row] = isTied
                ? Tied
                : Logit.Of(BaseRate) + 2 * Distance * Normal.Draw(random, labels[row] ? Distance : -Distance);
        }

        return labels.Distinct().Count() == 2 ? (labels, logits) : Drawn(ties, rows, random);
    }

    private static Func<double, double> Fitted(bool[] labels, double[] logits, bool isotonic, int? fold)
    {
        int[] kept = [.. Enumerable.Range(0, labels.Length).Where(row => row % Folds != fold)];
        (bool[] y, double[] z) = ([.. kept.Select(row => labels[row])], [.. kept.Select(row => logits[row])]);
        if (!isotonic) return PlattCalibration.Fit(y, z).Probability;
        double surest = 1.0 / (y.Length + 2);
        var steps = IsotonicCalibration.Fit(y, z);
        return one => Math.Clamp(steps.Probability(one), surest, 1 - surest);
    }
}
