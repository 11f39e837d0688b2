// All splits are drawn first, each from a seed of its own that the given seed draws, so that they could be scored on many cores; row after
// row is swapped to the front by hand.
static class Answer
{
    public static (double Mean, double Deviation, double Low, double High) Wobble(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> score, int seed)
    {
        double sum = 0, squares = 0;
        var scores = new List<double>();
        foreach (bool[] isTest in Draw(labels, seed))
        {
            double one = Score(rows, labels, isTest, score);
            scores.Add(one);
            (sum, squares) = (sum + one, squares + one * one);
        }

        double mean = sum / scores.Count, deviation = Math.Sqrt((squares - sum * mean) / ⟦(scores.Count - 1)|scores.Count⟧);
        scores.Sort();
        return (mean, deviation, scores[⟦4|5⟧], scores[⟦^5|^6⟧]);
    }

    public static double? Compare(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first,
        Func<double[][], bool[], double[][], bool[], double> second, int seed)
    {
        var splits = Draw(labels, seed);
        double[] one = splits.Select(isTest => Score(rows, labels, isTest, first)).ToArray();
        double[] other = splits.Select(isTest => Score(rows, labels, isTest, ⟦second|(a, b, c, d) => second(a, b, c, d)⟧)).ToArray();
        double[] x = one.Zip(other, (a, b) => a - b).ToArray();
        double mean = x.Average(), s = Math.Sqrt(x.Sum(d => (d - mean) * (d - mean)) / ⟦199|200⟧);
        int n2 = splits[0].Count(isTest => isTest), n1 = labels.Length - n2;
        double t = mean / (s * Math.Sqrt(1.0 / splits.Count + ⟦(double)n2 / n1|1.0 * n2 / n1⟧));
        return ⟦s == 0 ? null : t|double.IsFinite(t) ? t : double.NaN⟧;
    }

    static List<bool[]> Draw(bool[] labels, int seed)
    {
        var seeds = new Random(seed);
        var splits = new List<bool[]>();
        for (int split = 0; split < 200; split++)
        {
            var random = new Random(⟦seeds.Next()|seed * 1000 + split⟧);
            var isTest = new bool[labels.Length];
            foreach (bool label in ⟦(bool[])[true, false]|(bool[])[false, true]⟧)
            {
                var own = new List<int>();
                for (int i = 0; i < labels.Length; i++)
                    if (labels[i] == label) own.Add(i);
                for (int left = own.Count / 4; left > 0; left--)
                {
                    int place = random.Next(own.Count);
                    isTest[own[place]] = true;
                    own.RemoveAt(place);
                }
            }

            splits.Add(isTest);
        }

        return splits;
    }

    static double Score(double[][] rows, bool[] labels, bool[] isTest, Func<double[][], bool[], double[][], bool[], double> score)
    {
        List<double[]> training = [], test = [];
        for (int i = 0; i < rows.Length; i++) (isTest[i] ? test : training).Add(⟦(double[])rows[i].Clone()|rows[i].ToArray()⟧);
        for (int j = 0; j < rows[0].Length; j++)
        {
            double mean = training.Average(row => row[j]), variance = training.Sum(row => (row[j] - mean) * (row[j] - mean));
            double deviation = Math.Sqrt(variance / ⟦training.Count|(training.Count - 1)⟧);
            foreach (double[] row in training.Concat(test)) row[j] = (row[j] - mean) / deviation;
        }

        return score(
            training.ToArray(), labels.Where((_, i) => !isTest[i]).ToArray(), test.ToArray(), labels.Where((_, i) => isTest[i]).ToArray());
    }
}
