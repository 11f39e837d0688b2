using System.Buffers.Binary;
using System.IO.Compression;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class IdxDatasetTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte",
        TestImages = "t10k-images-idx3-ubyte", TestLabels = "t10k-labels-idx1-ubyte";

    private readonly string _folder = Directory.CreateTempSubdirectory("idx").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Pictures_and_labels_become_rows()
    {
        Write(Images, Idx([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]));
        Write(Labels, Idx([2], [7, 0]));
        IdxDataset read = IdxDataset.Read(_folder);
        Assert.Equal(["pixel_0_0", "pixel_0_1", "pixel_0_2", "pixel_1_0", "pixel_1_1", "pixel_1_2"], read.Dataset.ColumnNames);
        Assert.Equal([7, 8, 9, 10, 11, 255], read.Dataset.Row(1).ToArray());
        Assert.Equal(["7", "0"], read.Dataset.Labels);
        Assert.Equal("label", read.Dataset.TargetName);
        Assert.Empty(read.TestRows);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte", false)]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", true)]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz", true)]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte", true)]
    public void Compressed_or_not_and_however_named_it_is_the_same_data_set(string images, string labels, bool gzip)
    {
        byte[] pictures = Idx([3, 1, 1], [1, 2, 3]), classes = Idx([3], [1, 0, 1]);
        Write(images, gzip ? Compressed(pictures) : pictures);
        Write(labels, gzip ? Compressed(classes) : classes);
        Dataset read = IdxDataset.Read(_folder).Dataset;
        Assert.Equal([1, 2, 3], read.Features.ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. pictures, .. classes])), read.Sha256);
    }

    [Fact]
    public void The_test_rows_of_the_makers_stay_the_test_rows()
    {
        Write(Images, Idx([40, 1, 1], [.. Enumerable.Range(0, 40).Select(i => (byte)i)]));
        Write(Labels, Idx([40], [.. Enumerable.Range(0, 40).Select(i => (byte)(i % 2))]));
        Write(TestImages, Idx([4, 1, 1], [100, 101, 102, 103]));
        Write(TestLabels, Idx([4], [0, 1, 0, 1]));
        IdxDataset read = IdxDataset.Read(_folder);
        DataSplit split = read.Split(seed: 1);
        Assert.Equal([40, 41, 42, 43], read.TestRows);
        Assert.Equal([40, 41, 42, 43], split.Test.Rows);
        Assert.Equal([100, 101, 102, 103], split.Test.Select().Features.ToArray());
        Assert.Equal(Enumerable.Range(0, 40), split.Training.Rows.Concat(split.Validation.Rows).Order());
        Assert.Equal(4, split.Validation.Rows.Count(row => row % 2 == 0));
        Assert.NotEqual(split.Validation.Rows, read.Split(seed: 2).Validation.Rows);
    }

    [Fact]
    public void A_class_of_too_few_rows_to_divide_is_said()
    {
        Write(Images, Idx([3, 1, 1], [1, 2, 3]));
        Write(Labels, Idx([3], [0, 1, 1]));
        Write(TestImages, Idx([1, 1, 1], [1]));
        Write(TestLabels, Idx([1], [0]));
        IdxDataset read = IdxDataset.Read(_folder);
        Assert.Contains(
            "has 1 row of the class '0' outside its test rows, and at least 5 are needed",
            Assert.Throws<UserMistakeException>(() => read.Split(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_known_test_rows_all_three_parts_are_dealt()
    {
        Write(Images, Idx([20, 1, 1], new byte[20]));
        Write(Labels, Idx([20], [.. Enumerable.Range(0, 20).Select(i => (byte)(i % 2))]));
        Assert.Equal(4, IdxDataset.Read(_folder).Split(seed: 1).Test.Count);
    }

    [Fact]
    public void What_is_no_folder_of_such_files_is_said()
    {
        string file = Path.Combine(_folder, "x");
        File.WriteAllText(file, "");
        Says("is a file: name the folder that holds it", file);
        Says("There is no folder", Path.Combine(_folder, "none"));
        Says($"has no file '{Images}', with or without '.gz'", _folder);
        Write(Images, Idx([1, 1, 1], [0]));
        Says($"has no file '{Labels}'", _folder);
        Write(Labels, Idx([1], [0]));
        Write(TestLabels, Idx([1], [0]));
        Says($"has no file '{TestImages}'", _folder);
    }

    public static TheoryData<byte[], string> DamagedPictures() => new()
    {
        { [], "ends after 0 bytes, but its header alone has 16" },
        { [0, 0, 8], "ends after 3 bytes" },
        { Idx([2, 1, 1], [1, 2])[..10], "ends after 10 bytes" },
        { Idx([2, 1, 1], [1]), "says that it holds 2 × 1 × 1 = 2 values, but contains 1" },
        { Idx([2, 1, 1], [1, 2, 3]), "says that it holds 2 × 1 × 1 = 2 values, but contains 3" },
        { Idx([2], [1, 2]), "begins with the bytes 00000801" },
        { [0, 0, 13, 3, .. Idx([2, 1, 1], [1, 2])[4..]], "begins with the bytes 00000D03, and an IDX file of 3 sizes with 00000803" },
        { "pixel_0_0,label\n1,2"u8.ToArray(), "begins with the bytes 70697865" },
        { Idx([2, 0, 1], []), "says that it holds 2 × 0 × 1 values, which is none" },
        { Idx([uint.MaxValue, uint.MaxValue, uint.MaxValue], [1, 2]), "says that it holds 4294967295 × 4294967295 × 4294967295 = " },
        { Compressed(Idx([2, 1, 1], [1])), "= 2 values, but contains 1" },
        { Compressed(Idx([2, 1, 1], [1, 2, 3])), "= 2 values, but contains more" },
        { Compressed(Idx([uint.MaxValue, 28, 28], [1, 2])), "= 3367254359280 values, but contains " },
        { Compressed(Idx([200_000, 28, 28], [1, 2])), "at most, compressed as it is" },
        { Compressed(Idx([30, 28, 28], [1, 2])), "= 23520 values, but contains 2:" },
        { Compressed(Idx([2, 1, 1], [1, 2]))[..^9], "is compressed, and was cut short or changed" },
        { Compressed(Idx([2, 1, 1], [1, 2]))[..^3], "is compressed, and was cut short or changed" },
        { Changed(Compressed(Idx([2, 1, 1], [1, 2])), fromEnd: 8), "is compressed, and was cut short or changed" },
        { [0x1F, 0x8B, 1, 2, 3], "is compressed, and was cut short or changed" },
    };

    [Theory]
    [MemberData(nameof(DamagedPictures))]
    public void Each_damage_is_said_in_one_sentence_that_names_the_file(byte[] pictures, string says)
    {
        Write(Images, pictures);
        Write(Labels, Idx([2], [0, 1]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Says(says, _folder);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20); // whatever the head claims
        Assert.StartsWith($"'{Path.Combine(_folder, Images)}' ", message, StringComparison.Ordinal);
    }

    /// <summary>Deflate's own limit: what is compressed best just passes, and one value more cannot be inside.</summary>
    [Fact]
    public void What_a_compressed_file_can_hold_is_known_before_it_is_opened()
    {
        byte[] zeros = new byte[4_000_000], best = Compressed(Idx([1000, 40, 100], zeros), CompressionLevel.SmallestSize);
        Write(Images, best);
        Assert.Equal(zeros.Length, IdxFile.Read(Path.Combine(_folder, Images), dimensions: 3).Values.Length);

        byte[] claims = Idx([16_384, 128, 128], zeros);
        Write(Images, Compressed(claims, CompressionLevel.SmallestSize));
        Write(Labels, Idx([2], [0, 1]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Says("says that it holds 16384 × 128 × 128 = 268435456 values, but contains ", _folder);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void What_this_machine_has_no_memory_for_is_refused_by_the_head()
    {
        byte[] pictures = Idx([200, 28, 28], new byte[200 * 28 * 28]);
        foreach (byte[] file in new[] { pictures, Compressed(pictures) })
        {
            Write(Images, file);
            string path = Path.Combine(_folder, Images);
            long before = GC.GetAllocatedBytesForCurrentThread();
            string said = Assert.Throws<UserMistakeException>(() => IdxFile.Read(path, 3, new WorkingMemory(5_000_000))).Message;
            Assert.Contains("has 156,800 numbers, which need about 0.00753 GB of memory to "
                + "work with", said, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
            Assert.Equal(200 * 28 * 28, IdxFile.Read(path, 3, new WorkingMemory(50_000_000)).Values.Length);
        }
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_said()
    {
        Write(Images, Idx([2, 1, 1], [1, 2]));
        Write(Labels, Idx([3], [0, 1, 0]));
        Says("has 2 pictures, and ", _folder);
        Write(Labels, Idx([2], [0, 1]));
        Write(TestImages, Idx([1, 1, 2], [1, 2]));
        Write(TestLabels, Idx([1], [0]));
        Says("are 1 × 2 pixels, and those of ", _folder);
    }

    private static string Says(string part, string folder)
    {
        string message = Assert.Throws<UserMistakeException>(() => IdxDataset.Read(folder)).Message;
        Assert.Contains(part, message, StringComparison.Ordinal);
        return message;
    }

    private static byte[] Idx(uint[] sizes, byte[] values)
    {
        byte[] head = new byte[4 + 4 * sizes.Length];
        (head[2], head[3]) = (8, (byte)sizes.Length);
        for (int d = 0; d < sizes.Length; d++)
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4 + 4 * d), sizes[d]);
        return [.. head, .. values];
    }

    private static byte[] Changed(byte[] bytes, int fromEnd)
    {
        bytes[^fromEnd] ^= 1;
        return bytes;
    }

    private static byte[] Compressed(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, level))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);
}
