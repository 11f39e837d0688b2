using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// What terms do, in numbers, by the rules of libtorch: shapes are spread from the right. Null where shapes do not meet, since a
/// search over edits meets that often and an exception is slow.
/// </summary>
internal static class TensorArithmetic
{
    public static SmallTensor? Combine(SmallTensor a, SmallTensor b, Func<double, double, double> of)
    {
        if (a.HasShapeOf(b))
        {
            double[] same = new double[a.Numbers.Length];
            for (int i = 0; i < same.Length; i++) same[i] = of(a.Numbers[i], b.Numbers[i]);
            return new SmallTensor(a.Shape, same);
        }
        if (b.Rank == 0) return a.Each(x => of(x, b.Numbers[0]));
        if (a.Rank == 0) return b.Each(y => of(a.Numbers[0], y));
        return Spread(a, b, of);
    }

    public static SmallTensor? MatrixProduct(SmallTensor a, SmallTensor b)
    {
        if (a.Rank != 2 || b.Rank is 0 or > 2 || a.Shape[1] != b.Shape[0]) return null;
        int rows = (int)a.Shape[0], inner = (int)a.Shape[1], columns = b.Rank == 2 ? (int)b.Shape[1] : 1;
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                double factor = a.Numbers[i * inner + k];
                for (int j = 0; j < columns; j++) numbers[i * columns + j] += factor * b.Numbers[k * columns + j];
            }
        }
        return new SmallTensor(b.Rank == 2 ? [rows, columns] : [rows], numbers);
    }

    /// <summary>(Σ over the rows of Aᵀ) by (Σ over the rows of B), spread to the shape of AᵀB.</summary>
    public static SmallTensor? ProductOfSums(SmallTensor a, SmallTensor b)
    {
        if (a.Rank != 2 || b.Rank == 0 || SumAlong(a, 1, keeps: true) is not { } left || SumAlong(b, 0,
            keeps: b.Rank == 2) is not { } right)
        {
            return null;
        }
        SmallTensor? product = Combine(left, right, (x, y) => x * y);
        return b.Rank == 2 || product is null ? product : new SmallTensor([product.Numbers.Length], product.Numbers);
    }

    public static SmallTensor? Transpose(SmallTensor a)
    {
        if (a.Rank < 2) return a;
        int rows = (int)a.Shape[0], columns = (int)a.Shape[1];
        double[] numbers = new double[a.Numbers.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) numbers[j * rows + i] = a.Numbers[i * columns + j];
        }
        return new SmallTensor([columns, rows], numbers);
    }

    public static SmallTensor? SumAlong(SmallTensor a, int axis, bool keeps)
    {
        if (axis >= a.Rank) return null;
        long[] shape = keeps ? [.. a.Shape] : [.. a.Shape.Where((_, k) => k != axis)];
        if (keeps) shape[axis] = 1;
        int length = (int)a.Shape[axis], stride = a.Rank == 2 && axis == 0 ? (int)a.Shape[1] : 1;
        double[] sums = new double[length == 0 ? 0 : a.Numbers.Length / length];
        for (int i = 0; i < a.Numbers.Length; i++) sums[stride > 1 || axis == 0 ? i % stride : i / length] += a.Numbers[i];
        return new SmallTensor(shape, sums);
    }

    /// <summary>Each number becomes a byte, as a cast in C does it, before they are added.</summary>
    public static SmallTensor SumOfBytes(SmallTensor a) =>
        SmallTensor.Of(a.Numbers.Sum(number => (double)unchecked((byte)(long)number)) % 256);

    public static SmallTensor RunningSum(SmallTensor a)
    {
        int stride = a.Rank == 0 ? 1 : a.Numbers.Length / (int)a.Shape[0];
        double[] sums = [.. a.Numbers];
        for (int i = stride; i < sums.Length; i++) sums[i] += sums[i - stride];
        return new SmallTensor(a.Shape, sums);
    }

    public static SmallTensor RowBefore(SmallTensor a, double first)
    {
        int stride = a.Rank == 0 ? 1 : a.Numbers.Length / (int)a.Shape[0];
        double[] numbers = [.. a.Numbers];
        for (int i = numbers.Length - 1; i >= stride; i--) numbers[i] = numbers[i - stride];
        if (!double.IsNaN(first)) Array.Fill(numbers, first, 0, stride);
        return new SmallTensor(a.Shape, numbers);
    }

    public static SmallTensor? Rows(SmallTensor a, int row, bool only)
    {
        if (a.Rank == 0) return null;
        int count = (int)a.Shape[0], stride = a.Numbers.Length / count, kept = row < 0 ? count + row : row;
        double[] numbers = [.. a.Numbers];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i / stride == kept != only) numbers[i] = 0;
        }
        return new SmallTensor(a.Shape, numbers);
    }

    public static SmallTensor? OneHot(SmallTensor y, long classes, int moved, bool round)
    {
        if (y.Rank != 1) return null;
        double[] numbers = new double[y.Numbers.Length * classes];
        for (int i = 0; i < y.Numbers.Length; i++)
        {
            long place = (long)y.Numbers[i] + moved;
            if (round) place = (place + classes) % classes;
            if (place >= 0 && place < classes) numbers[i * classes + place] = 1;
        }
        return new SmallTensor([y.Numbers.Length, classes], numbers);
    }

    public static SmallTensor? Apply(ElementFunction function, SmallTensor a, int axis) => function switch
    {
        ElementFunction.Softmax or ElementFunction.LogSoftmax => Lines(a, axis, function == ElementFunction.LogSoftmax),
        _ => a.Each(x => Apply(function, x)),
    };

    public static double Apply(ElementFunction function, double x) => function switch
    {
        ElementFunction.Sigmoid => Logit.Probability(x),
        ElementFunction.Tanh => Math.Tanh(x),
        ElementFunction.Relu => Math.Max(x, 0),
        ElementFunction.Positive => x > 0 ? 1 : 0,
        ElementFunction.NotPositive => x < 0 ? 1 : 0,
        ElementFunction.Sign => x > 0 ? 1 : x < 0 ? -1 : x,
        ElementFunction.Absolute => Math.Abs(x),
        ElementFunction.Exp => Math.Exp(x),
        ElementFunction.Log => Math.Log(x),
        ElementFunction.Square => x * x,
        ElementFunction.Root => Math.Sqrt(x),
        ElementFunction.Erf => double.IsNaN(x) ? x : 2 * Normal.Cumulative(x * Math.Sqrt(2)) - 1,
        _ => double.NaN,
    };

    private static SmallTensor? Lines(SmallTensor a, int axis, bool logarithm)
    {
        if (axis >= a.Rank) return null;
        SmallTensor shifted = Combine(a, SmallTensor.Of(a.Numbers.Max()), (x, most) => x - most)!;
        SmallTensor sums = SumAlong(shifted.Each(Math.Exp), axis, keeps: true)!;
        return Combine(shifted, sums, (x, sum) => logarithm ? x - Math.Log(sum) : Math.Exp(x) / sum);
    }

    private static SmallTensor? Spread(SmallTensor a, SmallTensor b, Func<double, double, double> of)
    {
        int rank = Math.Max(a.Rank, b.Rank);
        if (rank > 2) return null;
        (long aRows, long aColumns) = a.Rank == 2 ? (a.Shape[0], a.Shape[1]) : (1, a.Shape[0]);
        (long bRows, long bColumns) = b.Rank == 2 ? (b.Shape[0], b.Shape[1]) : (1, b.Shape[0]);
        if ((aRows != bRows && aRows != 1 && bRows != 1) || (aColumns != bColumns && aColumns != 1 && bColumns != 1)) return null;
        long rows = Math.Max(aRows, bRows), columns = Math.Max(aColumns, bColumns);
        double[] numbers = new double[rows * columns];
        for (long i = 0; i < rows; i++)
        {
            for (long j = 0; j < columns; j++)
            {
                numbers[i * columns + j] = of(
                    a.Numbers[(aRows == 1 ? 0 : i) * aColumns + (aColumns == 1 ? 0 : j)],
                    b.Numbers[(bRows == 1 ? 0 : i) * bColumns + (bColumns == 1 ? 0 : j)]);
            }
        }
        return new SmallTensor(rank == 2 ? [rows, columns] : [columns], numbers);
    }
}
