using System.Runtime.Intrinsics;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>
/// The product of matrices against the three loops of the schoolbook. Run once more with narrower vectors by
/// <see cref="NarrowerVectorsTests"/>.
/// </summary>
public sealed class SimdProductTests
{
    private const float Untouched = 12345;

    /// <summary>Sizes around every edge of a tile, and random ones.</summary>
    public static TheoryData<int, int, int> Sizes()
    {
        TheoryData<int, int, int> sizes = new()
        {
            { 1, 1, 1 }, { 8, 1, 32 }, { 9, 3, 33 }, { 64, 64, 128 }, { 7, 0, 5 }, { 1, 64, 10 }, { 30, 17, 31 },
        };
        var random = new Random(1);
        for (int trial = 0; trial < 60; trial++) sizes.Add(random.Next(1, 41), random.Next(0, 70), random.Next(1, 100));
        return sizes;
    }

    [Fact]
    public void Vectors_are_as_wide_as_the_environment_was_told() =>
        Assert.Equal(
            Environment.GetEnvironmentVariable(NarrowerVectorsTests.Expected) ?? $"{SimdProduct.Lanes}", $"{SimdProduct.Lanes}");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_what_three_loops_find(int m, int k, int n)
    {
        float[] a = Numbers(m * k, 1), b = Numbers(k * n, 2), starts = Numbers(n, 3);
        Close(Slow(m, n, k, (i, p) => a[i * k + p], (p, j) => b[p * n + j], j => starts[j]), Product<AsItIs>(a, b, starts, m, k, n), k);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Either_factor_may_be_transposed(int m, int k, int n)
    {
        float[] a = Numbers(k * m, 4), b = Numbers(n * k, 5), c = new float[m * n];
        var panels = new PanelledMatrix(n);
        panels.Copy(b, k, rowStride: 1, columnStride: k);
        SimdProduct.Multiply<AsItIs>(LeftFactor.Transposed(a, m, m), panels, c, n);

        Close(Slow(m, n, k, (i, p) => a[p * m + i], (p, j) => b[j * k + p], _ => 0), c, k);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_is_rectified_is_never_below_zero(int m, int k, int n)
    {
        float[] a = Numbers(m * k, 1), b = Numbers(k * n, 2), starts = Numbers(n, 3);
        float[] expected = [.. Product<AsItIs>(a, b, starts, m, k, n).Select(sum => Math.Max(sum, 0))];
        Assert.Equal(expected, Product<Rectified>(a, b, starts, m, k, n));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Only_units_that_were_positive_take_a_sum(int m, int k, int n)
    {
        float[] a = Numbers(m * k, 1), b = Numbers(k * n, 2), starts = Numbers(n, 3), before = Numbers(m * n, 6);
        float[] expected = [.. Product<AsItIs>(a, b, starts, m, k, n).Zip(before, (sum, was) => was > 0 ? sum : 0)];
        Assert.Equal(expected, Product<WhereItWasPositive>(a, b, starts, m, k, n, before));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_result_with_room_for_its_panels_has_the_padding_filled(int m, int k, int n)
    {
        int stride = PanelledMatrix.Padded(n);
        float[] a = Numbers(m * k, 1), b = Numbers(k * n, 2), starts = Numbers(n, 3), c = new float[m * stride];
        var panels = new PanelledMatrix(n);
        panels.Copy(b, k, n, 1);
        panels.StartFrom(starts, padding: -7);
        SimdProduct.Multiply<AsItIs>(LeftFactor.Of(a, m, k), panels, c, stride);

        float[] dense = Product<AsItIs>(a, b, starts, m, k, n);
        for (int i = 0; i < m * stride; i++)
            Assert.Equal(i % stride < n ? dense[i / stride * n + i % stride] : -7, c[i]);
    }

    [Fact]
    public void Rows_are_as_wide_as_vectors_of_512_bits_read_them() =>
        Assert.All(Enumerable.Range(1, 100), columns =>
        {
            Assert.Equal(0, PanelledMatrix.Padded(columns) % Vector512<float>.Count);
            Assert.InRange(PanelledMatrix.Padded(columns), columns, columns + 15);
        });

    [Fact]
    public void Numbers_that_are_not_there_are_refused()
    {
        float[] twelve = new float[12];
        var panels = new PanelledMatrix(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => panels.Copy(twelve, 4, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => panels.Copy(twelve.AsSpan(1), 3, 4, 1));
        panels.Copy(twelve, 3, 4, 1);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SimdProduct.Multiply<AsItIs>(LeftFactor.Of(twelve, 5, 3), panels, new float[20], 4));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SimdProduct.Multiply<AsItIs>(LeftFactor.Of(twelve, 4, 3), panels, new float[15], 4));
    }

    [Fact]
    public void Numbers_begin_where_a_line_of_the_cache_does() =>
        Assert.All(Enumerable.Range(1, 20), count => Assert.Equal(0, AddressOf(new AlignedFloats(count).Span) % 64));

    private static nint AddressOf(Span<float> numbers) =>
        System.Runtime.CompilerServices.Unsafe.ByteOffset(
            ref System.Runtime.CompilerServices.Unsafe.NullRef<float>(),
            ref System.Runtime.InteropServices.MemoryMarshal.GetReference(numbers));

    /// <summary>C = AB + starts over what C held before, with room on both sides that must stay as it was.</summary>
    private static float[] Product<TEnd>(float[] a, float[] b, float[] starts, int m, int k, int n, float[]? before = null)
        where TEnd : IWriteBack
    {
        const int Margin = 64;
        float[] c = [.. Enumerable.Repeat(Untouched, Margin), .. before ?? new float[m * n], .. Enumerable.Repeat(Untouched, Margin)];
        var panels = new PanelledMatrix(n);
        panels.Copy(b, k, n, 1);
        panels.StartFrom(starts);
        SimdProduct.Multiply<TEnd>(LeftFactor.Of(a, m, k), panels, c.AsSpan(Margin, m * n), n);

        Assert.All(c[..Margin].Concat(c[^Margin..]), number => Assert.Equal(Untouched, number));
        return c[Margin..^Margin];
    }

    private static double[] Slow(int m, int n, int k, Func<int, int, float> a, Func<int, int, float> b, Func<int, float> start)
    {
        double[] c = new double[m * n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                c[i * n + j] = start(j);
                for (int p = 0; p < k; p++) c[i * n + j] += (double)a(i, p) * b(p, j);
            }
        }
        return c;
    }

    // Each of k additions of numbers below 1 may round by half a unit in the last place of a sum below k.
    private static void Close(double[] expected, float[] found, int k) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-7 * (k + 1) * Math.Sqrt(k + 1)));

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
