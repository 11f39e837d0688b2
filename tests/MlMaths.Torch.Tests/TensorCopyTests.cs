using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests;

/// <summary>The one door through which numbers become tensors.</summary>
public sealed class TensorCopyTests
{
    private const int Rows = 455, Columns = 30, Places = 16;

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor, Tensor>> Operations = new()
    {
        ["Xw"] = (X, w, y) => X.mv(w),
        ["Xᵀy"] = (X, w, y) => X.t().mv(y),
        ["y·y"] = (X, w, y) => y.dot(y),
        ["XᵀX"] = (X, w, y) => X.t().mm(X),
        ["XXᵀ"] = (X, w, y) => X.mm(X.t()),
        ["one column"] = (X, w, y) => X.mm(w.unsqueeze(1)),
        ["one column of one column"] = (X, w, y) => y.unsqueeze(0).mm(X.narrow(1, 3, 1)),
        ["some rows"] = (X, w, y) => X.narrow(0, 1, Rows - 1).mv(w),
        ["a column"] = (X, w, y) => X.select(1, 7).dot(y),
        ["drawn rows"] = (X, w, y) => X.index_select(0, TensorCopy.Of([3L, 3, 400, 17])).mv(w),
        ["float32"] = (X, w, y) => X.to(torch.ScalarType.Float32).mv(w.to(torch.ScalarType.Float32)),
        ["eigh"] = (X, w, y) => torch.linalg.eigh(X.t().mm(X)).Item2,
        ["svd"] = (X, w, y) => torch.linalg.svd(X, fullMatrices: false).U,
        ["qr"] = (X, w, y) => torch.linalg.qr(X).Q,
        ["cholesky"] = (X, w, y) => torch.linalg.cholesky(X.t().mm(X)),
        ["solve"] = (X, w, y) => torch.linalg.solve(X.t().mm(X), w),
        ["softmax"] = (X, w, y) => X.softmax(1),
        ["log softmax"] = (X, w, y) => X.log_softmax(0),
        ["logsumexp"] = (X, w, y) => X.logsumexp(1),
        ["sum"] = (X, w, y) => X.sum(),
        ["sum of columns"] = (X, w, y) => X.sum([0L]),
        ["mean of rows"] = (X, w, y) => X.mean([1L]),
        ["variance"] = (X, w, y) => X.var(0),
        ["norm"] = (X, w, y) => X.norm(),
        ["distances"] = (X, w, y) => torch.cdist(X, X),
        ["σ"] = (X, w, y) => X.sigmoid(),
        ["log(1 + eᶻ)"] = (X, w, y) => X.exp().log1p(),
        ["cumulative"] = (X, w, y) => y.cumsum(0),
    };

    public static TheoryData<string> Names() => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_give_the_same_bytes_from_wherever_they_came(string operation)
    {
        double[] X = Drawn(Rows * Columns, 1), w = Drawn(Columns, 2), y = Drawn(Rows, 3);
        string[] results = [.. Enumerable.Range(0, Places).Select(place =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return Hash(Operations[operation](At(place, X, Rows, Columns), At((5 * place) % Places, w, Columns),
                At((3 * place) % Places, y, Rows)));
        })];

        Assert.Single(results.Distinct());
    }

    [Theory]
    [InlineData("XXᵀ")]
    [InlineData("XᵀX")]
    [InlineData("Xw")]
    public void A_fresh_thread_gives_the_bytes_of_the_first_one(string operation)
    {
        ComputeThreads.Set(1);
        double[] X = Drawn(Rows * Columns, 1), w = Drawn(Columns, 2), y = Drawn(Rows, 3);
        List<string> results = [Result()];
        Thread fresh = new(() =>
        {
            results.Add(Result());
            _ = torch.get_num_threads(); // looks up what was set, as an elementwise operation does
            results.Add(Result());
        });
        fresh.Start();
        fresh.Join();

        Assert.Equal(3, results.Count);
        Assert.Single(results.Distinct());

        string Result()
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return Hash(Operations[operation](
                TensorCopy.Of<double>(X, [Rows, Columns]), TensorCopy.Of<double>(w), TensorCopy.Of<double>(y)));
        }
    }

    [Fact]
    public void A_tensor_begins_at_a_multiple_of_64_bytes_wherever_the_numbers_did()
    {
        double[] numbers = Drawn(100, 1);
        for (int place = 0; place < Places; place++)
        {
            using Tensor copy = At(place, numbers, 100);
            Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(),
                ref MemoryMarshal.GetReference(copy.bytes)) % 64);
            Assert.Equal(numbers, copy.data<double>().ToArray());
        }
    }

    [Fact]
    public void What_happens_to_the_array_later_does_not_reach_the_tensor()
    {
        double[] numbers = [1, 2];
        using Tensor copy = TensorCopy.Of<double>(numbers);
        numbers[0] = 7;
        Assert.Equal(1, copy[0].ToDouble());
    }

    [Fact]
    public void Shape_and_type_are_as_asked()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor halves = TensorCopy.Of([0.5, 1.5, 2.5, 3.5, 4.5, 5.5], [2, 3], torch.ScalarType.Float32);
        Assert.Equal([2, 3], halves.shape);
        Assert.Equal(torch.ScalarType.Float32, halves.dtype);
        Assert.Equal(5.5f, halves[1, 2].ToSingle());
        Assert.Equal(3.0, TensorCopy.Of(new double[,] { { 1, 2 }, { 3, 4 } })[1, 0].ToDouble());
        Assert.Equal(torch.ScalarType.Int64, TensorCopy.Of([1, 2], torch.ScalarType.Int64).dtype);
        Assert.Equal([0, 4], TensorCopy.Of<double>([], [0, 4]).shape);
        Assert.Throws<ArgumentException>(() => TensorCopy.Of([1.0, 2, 3], [2, 2]));
        Assert.Throws<ArgumentException>(() => TensorCopy.Of<char>(['a']));
    }

    [Fact]
    public void Only_the_result_is_left_behind()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        TensorCopy.Of([1.0, 2], torch.ScalarType.Float32);
        Assert.Equal(1, scope.DisposablesCount);
    }

    /// <summary>The numbers, copied to memory that begins so many numbers after a multiple of 64 bytes.</summary>
    private static Tensor At(int place, double[] numbers, params long[] shape)
    {
        double[] block = GC.AllocateUninitializedArray<double>(numbers.Length + 8 + Places, pinned: true);
        long past = Marshal.UnsafeAddrOfPinnedArrayElement(block, 0) % 64 / sizeof(double);
        Span<double> placed = block.AsSpan((int)((8 - past) % 8) + place, numbers.Length);
        numbers.CopyTo(placed);
        return TensorCopy.Of<double>(placed, shape);
    }

    private static double[] Drawn(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
    }

    private static string Hash(Tensor result) =>
        Convert.ToHexString(SHA256.HashData(result.contiguous().clone().bytes));
}
