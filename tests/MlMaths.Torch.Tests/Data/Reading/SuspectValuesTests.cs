using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Which numbers may mean “missing”.</summary>
public sealed class SuspectValuesTests
{
    [Theory]
    [InlineData(-999.9, 20, 5)]
    [InlineData(-99, 100, 90)]
    [InlineData(9999.99, 10, 10)]
    [InlineData(-9, 5, 0.5)]
    public void Nines_far_from_all_others_or_alone_in_sign_are_asked_about(double code, double from, double step) =>
        Assert.Equal([code], Suspects(row => row % 12 == 0 ? code : from + step * (row % 17)));

    [Theory]
    [InlineData(-99, -92, 2)]
    [InlineData(-98, 100, 90)]
    [InlineData(99, 90, 1)]
    public void Numbers_among_their_like_are_none(double code, double from, double step) =>
        Assert.Empty(Suspects(row => row % 12 == 0 ? code : from + step * (row % 17)));

    private static double[] Suspects(Func<int, double> number) =>
        [.. SuspectValues.In(RawColumn.OfNumbers("x", [.. Enumerable.Range(0, 120).Select(number)])).Select(one => one.Value)];
}
