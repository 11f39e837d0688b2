using System.Globalization;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>Trains on some rows, judges on others: training rows and labels, then test rows and labels.</summary>
internal delegate double Scoring(double[][] trainingRows, bool[] trainingLabels, double[][] testRows, bool[] testLabels);

/// <summary>
/// Rows of two classes, and what the function that scores a split answers, call by call: nobody's answer hangs on chance then but the
/// splits themselves. In column 0 every positive row lies above every negative one, and no two are alike: who a row is, and whether its
/// label is still its own, shows after any scaling.
/// </summary>
/// <param name="Rows">[n, d].</param>
/// <param name="Labels">n, of each class a multiple of 4.</param>
/// <param name="First">What the first model scores, at least 1,000 numbers.</param>
/// <param name="Second">The same of the second model, where there are two.</param>
/// <param name="Seed">For the learner.</param>
internal sealed record SplitInput(double[][] Rows, bool[] Labels, double[] First, double[] Second, int Seed)
{
    public int Positives => Labels.Count(label => label);

    public static SplitInput Drawn(Random random)
    {
        int positives = 4 * random.Next(2, 4), negatives = 4 * random.Next(4, 7), n = positives + negatives;
        double[][] rows = new double[n][];
        double[] first = Told(random, 0.1), noise = Told(random, 0.05);
        int[] order = [.. Enumerable.Range(0, n)];
        Shuffled(order, random);
        bool[] labels = new bool[n];
        for (int i = 0; i < n; i++)
        {
            labels[order[i]] = i >= negatives;
            rows[order[i]] = [i + random.Next(1, 6) / 10.0 + (i >= negatives ? 2 : 0), random.Next(100, 300) / 10.0];
        }

        return new(rows, labels, first, [.. first.Zip(noise, (one, other) => Math.Round(one + 0.83 - other, 4))], random.Next(1, 10_000));
    }

    public IEnumerable<SplitInput> Simpler() =>
        from label in (bool[])[true, false]
        let own = Enumerable.Range(0, Labels.Length).Where(i => Labels[i] == label).ToArray()
        where own.Length > (label ? 8 : 16)
        let kept = Enumerable.Range(0, Labels.Length).Except(own[..4]).ToArray()
        select this with { Rows = [.. kept.Select(i => Rows[i])], Labels = [.. kept.Select(i => Labels[i])] };

    public double[][] CopiedRows() => [.. Rows.Select(row => (double[])row.Clone())];

    public string Written(bool two) => string.Create(
        CultureInfo.InvariantCulture,
        $"rows = {Grading.Written.Of(Rows)}, {Positives} of them positive, seed = {Seed}, and a score that says {Few(First)}")
        + (two ? $" of the first model and {Few(Second)} of the second" : "");

    public static void Shuffled(int[] values, Random random)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static string Few(double[] told) => $"{string.Join(", ", told.Take(3).Select(one => Grading.Written.Of(one)))}, …";

    // As accuracies are: near their best most of the time, and now and then far below.
    private static double[] Told(Random random, double spread) =>
        [.. Enumerable.Range(0, 1000).Select(_ => Math.Round(0.9 + spread * Math.Log(1 - random.NextDouble()), 4))];
}
