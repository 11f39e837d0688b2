namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Simpler inputs than one at which an answer fails: fewer numbers first, rounder ones then.</summary>
internal static class Simplify
{
    /// <summary>The list without one of its places, as long as so many are left.</summary>
    public static IEnumerable<int[]> Without(int count, int least)
    {
        if (count <= least) yield break;
        for (int left = 0; left < count; left++)
            yield return [.. Enumerable.Range(0, count).Where(place => place != left)];
    }

    /// <summary>One of the numbers rounded to a whole one.</summary>
    public static IEnumerable<double[]> Rounder(double[] numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            double whole = Math.Round(numbers[i]);
            if (whole == numbers[i] || whole == 0 || Math.Abs(whole) > 1e6) continue;
            double[] copy = [.. numbers];
            copy[i] = whole;
            yield return copy;
        }
    }
}
