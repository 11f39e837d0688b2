using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>The splits as they should be, and as slips make them: each is drawn, scaled and scored.</summary>
internal static class DrawnSplits
{
    private static int _calls;

    /// <summary>Scores all splits.</summary>
    /// <param name="at">The rows.</param>
    /// <param name="score">Scores one split.</param>
    /// <param name="seed">Decides the splits.</param>
    /// <param name="slips">What is done wrong.</param>
    public static double[] Scored(SplitInput at, Scoring score, int seed, IReadOnlySet<string> slips)
    {
        int count = slips.Contains("one-split-too-few") ? SplitsSeen.Splits - 1
            : slips.Contains("one-split-too-many") ? SplitsSeen.Splits + 1
            : slips.Contains("one-split") ? 1 : SplitsSeen.Splits;
        Random random = Seeds.Generator(
            slips.Contains("seed-ignored") ? 0 : seed, DrawnFor.Split, slips.Contains("unseeded") ? Interlocked.Increment(ref _calls) : 0);
        double[] scores = new double[count];
        for (int split = 0; split < count; split++)
        {
            if (slips.Contains("one-seed-for-all")) random = Seeds.Generator(seed, DrawnFor.Split);
            (int[] training, int[] test) = Parts(at, random, slips);
            scores[split] = Score(at, training, test, score, slips);
        }

        return scores;
    }

    private static (int[] Training, int[] Test) Parts(SplitInput at, Random random, IReadOnlySet<string> slips)
    {
        int[] all = [.. Enumerable.Range(0, at.Labels.Length)];
        int[][] groups = slips.Contains("not-stratified") ? [all]
            : [[.. all.Where(i => at.Labels[i])], [.. all.Where(i => !at.Labels[i])]];
        List<int> test = [];
        foreach (int[] group in groups)
        {
            if (!slips.Contains("not-shuffled")) SplitInput.Shuffled(group, random);
            int part = slips.Contains("half-tests") ? group.Length / 2
                : slips.Contains("fifth-tests") ? group.Length / 5
                : slips.Contains("third-tests") ? group.Length / 3
                : slips.Contains("as-many-of-each-class") ? at.Labels.Length / 8 : group.Length / 4;
            test.AddRange(slips.Contains("with-replacement")
                ? Enumerable.Range(0, part).Select(_ => group[random.Next(group.Length)]) : group.Take(part));
        }

        int[] rest = [.. all.Except(test)];
        int[] training = slips.Contains("test-rows-train") ? all
            : slips.Contains("bootstrapped") ? [.. all.Select(_ => all[random.Next(all.Length)])] : rest;
        if (slips.Contains("bootstrapped")) test = [.. all.Except(training)];
        if (slips.Contains("judged-on-training")) test = [.. training];
        return slips.Contains("quarter-trains") ? ([.. test], training) : (training, [.. test]);
    }

    private static double Score(SplitInput at, int[] training, int[] test, Scoring score, IReadOnlySet<string> slips)
    {
        int[] all = [.. Enumerable.Range(0, at.Labels.Length)];
        int[] scale = slips.Contains("scaler-on-all-rows") ? all : slips.Contains("scaler-on-test-rows") ? test : training;
        int[] testScale = slips.Contains("each-part-scaled-alone") ? test : scale;
        bool isRaw = slips.Contains("not-scaled"), isTestRaw = isRaw || slips.Contains("test-not-scaled");
        return score(
            Scaled(at, training, isRaw ? null : scale, slips), Labels(at, training, 0, slips),
            Scaled(at, test, isTestRaw ? null : testScale, slips), Labels(at, test, training.Length, slips));
    }

    // Labels that stay where they were, while the rows move: those of the first places.
    private static bool[] Labels(SplitInput at, int[] rows, int from, IReadOnlySet<string> slips) => slips.Contains("labels-left-behind")
        ? [.. rows.Select((_, place) => at.Labels[(from + place) % at.Labels.Length])] : [.. rows.Select(row => at.Labels[row])];

    private static double[][] Scaled(SplitInput at, int[] rows, int[]? by, IReadOnlySet<string> slips)
    {
        if (by is null) return [.. rows.Select(row => (double[])at.Rows[row].Clone())];
        int d = at.Rows[0].Length;
        double[] mean = new double[d], unit = new double[d];
        for (int j = 0; j < d; j++)
        {
            double[] column = [.. by.Select(row => at.Rows[row][j])];
            double middle = column.Average(), variance = column.Average(x => (x - middle) * (x - middle));
            (mean[j], unit[j]) = (middle, slips.Contains("variance-divides") ? variance : Math.Sqrt(variance));
            if (slips.Contains("centred-alone")) unit[j] = 1;
            if (slips.Contains("not-centred")) mean[j] = 0;
            if (slips.Contains("range-scaled")) (mean[j], unit[j]) = (column.Min(), column.Max() - column.Min());
        }

        return [.. rows.Select(row => at.Rows[row].Select((x, j) => (x - mean[j]) / unit[j]).ToArray())];
    }
}
