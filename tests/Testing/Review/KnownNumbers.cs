namespace MlMaths.Torch.Tests.Review;

/// <summary>Numbers that a page shows elsewhere, sorted, as they are, in percent, and turned round.</summary>
internal sealed class KnownNumbers
{
    private readonly double[] _sorted;

    public KnownNumbers(IReadOnlyCollection<double> numbers)
    {
        _sorted = [.. numbers.SelectMany(number => new[] { number, 100 * number, 1 - number, 100 * (1 - number), -number, number / 100 })];
        Array.Sort(_sorted);
    }

    public bool Has(WrittenNumber number)
    {
        double half = 0.5000001 * number.Unit + 1e-9 * Math.Abs(number.Value);
        int at = Array.BinarySearch(_sorted, number.Value - half);
        at = at < 0 ? ~at : at;
        return at < _sorted.Length && _sorted[at] <= number.Value + half;
    }
}
