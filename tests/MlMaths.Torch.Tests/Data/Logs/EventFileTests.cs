using System.Buffers.Binary;
using Google.Protobuf;
using MlMaths.Torch.Data;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;
using Tensorboard;

namespace MlMaths.Torch.Tests.Data;

/// <summary>
/// Event files of TensorBoard: those that TorchSharp's writer makes, and others put together here as the format is documented (records of a
/// length, a masked CRC-32C, an event and its checksum). TensorFlow itself is not at hand.
/// </summary>
public sealed class EventFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-events-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>RFC 3720, appendix B.4: CRC-32C of 32 zeros is aa 36 91 8a; masked as TensorFlow documents it.</summary>
    [Fact]
    public void The_checksum_is_that_of_the_standard_masked()
    {
        const uint Crc = 0x8a9136aa;
        uint masked = unchecked(((Crc >> 15) | (Crc << 17)) + 0xa282ead8);
        Assert.Equal(masked, MaskedChecksum.Of(new byte[32]));
    }

    [Fact]
    public void What_TorchSharp_writes_is_read_back()
    {
        HistoryRow[] history =
        [
            .. Enumerable.Range(0, 10).SelectMany(at => new HistoryRow[]
            {
                new("a", at, at, "training", "epoch_loss", 1.0 / (at + 1)), new("a", at, at, "validation", "loss", 2.0 / (at + 1)),
                new("a", at, at, "training", "accuracy", 0.5),
            }),
        ];
        string file = TensorBoardEvents.Write(_folder.FullName, history, DateTimeOffset.UnixEpoch);
        var log = TrainingLog.Read(file, new LogNames());
        Assert.Contains(
            "'epoch_loss/a training' (10 readings), validation loss from 'loss/a validation' (10", log.ReadAs, StringComparison.Ordinal);
        Assert.Equal(0.5, log.Training!.Losses[1], 6);
    }

    [Fact]
    public void A_scalar_may_be_a_tensor_without_dimensions_and_other_tensors_are_passed_over()
    {
        string file = Written(
            Scalar("loss", 1, new TensorProto { Dtype = DataType.DtFloat, TensorShape = new(), TensorContent = Bytes(0.75f) }),
            Scalar("loss", 2, new TensorProto { Dtype = DataType.DtFloat, TensorShape = new(), FloatVal = { 0.5f } }),
            Scalar("loss", 3, new TensorProto { Dtype = DataType.DtDouble, DoubleVal = { 0.25 } }),
            Scalar("picture", 3, new TensorProto
            {
                Dtype = DataType.DtFloat,
                FloatVal = { 1, 2 },
                TensorShape = new() { Dim = { new TensorShapeProto.Types.Dim { Size = 2 } } },
            }));
        var read = EventFile.Read(file);
        Assert.Equal(["loss"], read.Series.Keys);
        Assert.Equal([new(1, 0.75), new(2, 0.5), new(3, 0.25)], read.Series["loss"]);
    }

    /// <summary>Keras' callback writes train/ and validation/ with the same tags; each is a part of one run.</summary>
    [Fact]
    public void Folders_for_parts_of_the_rows_are_one_run_and_other_folders_are_runs()
    {
        foreach ((string run, float first) in new[] { ("one", 1f), ("two", 4f) })
        {
            foreach (string part in new[] { "train", "validation" })
                Written(Path.Combine(run, part), [.. Enumerable.Range(0, 9).Select(at => Simple("epoch_loss", at, first / (at + 1)))]);
        }

        var log = TrainingLog.Read(Path.Combine(_folder.FullName, "one"), new LogNames());
        Assert.Contains(
            "training loss from 'train/epoch_loss' (9 readings), validation loss from 'validation/epoch_loss'", log.ReadAs,
            StringComparison.Ordinal);
        Assert.Contains(
            "has 2 runs, 'one', 'two': name one with --run NAME",
            Refused(_folder.FullName), StringComparison.Ordinal);
        Assert.Equal([4, 2], TrainingLog.Read(_folder.FullName, new LogNames(Run: "two")).Validation!.Losses.Take(2));
    }

    [Fact]
    public void A_record_that_is_cut_off_at_the_end_is_left_out()
    {
        string file = Written([.. Enumerable.Range(0, 10).Select(at => Simple("loss", at, 1f / (at + 1)))]);
        byte[] whole = File.ReadAllBytes(file);
        int last = Record(Simple("loss", 9, 1f / 10).ToByteArray()).Length;
        for (int cut = 1; cut < last; cut++)
        {
            File.WriteAllBytes(file, whole[..^cut]);
            var log = TrainingLog.Read(file, new LogNames());
            Assert.Equal(9, log.Training!.Losses.Count);
            Assert.Contains("cut off", log.ReadAs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_checksum_is_told_with_its_record()
    {
        string file = Written(Simple("loss", 0, 1), Simple("loss", 1, 1));
        byte[] bytes = File.ReadAllBytes(file);
        bytes[20] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("is damaged at its record 1: its checksum is wrong", Refused(file), StringComparison.Ordinal);
        bytes[20] ^= 1;
        bytes[8] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("is damaged at its record 1: the checksum of its length is wrong", Refused(file), StringComparison.Ordinal);
    }

    /// <summary>A length of 200 MB, or of all there is, in a file of some bytes: nothing is allocated for it.</summary>
    [Theory]
    [InlineData(200UL << 20)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 3)]
    public void A_length_beyond_the_file_is_not_believed(ulong claimed)
    {
        string file = Written(Simple("loss", 0, 1));
        byte[] head = new byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(head, claimed);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), MaskedChecksum.Of(head.AsSpan(0, 8)));
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file), .. head, 1, 2, 3]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(EventFile.Read(file).IsCutOff);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_record_that_holds_no_event_is_told()
    {
        string file = Path.Combine(_folder.FullName, "events.out.tfevents.1.x");
        File.WriteAllBytes(file, Record([0x2A, 0xFF, 0xFF, 0xFF, 0x0F]));
        Assert.Contains("record 1: it holds no event", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_as_an_event_file_and_is_none_is_told()
    {
        string file = Path.Combine(_folder.FullName, "events.out.tfevents.1.y");
        File.WriteAllText(file, "epoch,loss\n1,2\n");
        Assert.Contains("is damaged at its record 1", Refused(file), StringComparison.Ordinal);
    }

    private static string Refused(string file) =>
        Assert.Throws<UserMistakeException>(() => TrainingLog.Read(file, new LogNames())).Message;

    private string Written(params Event[] events) => Written("", events);

    private string Written(string folder, Event[] events)
    {
        string file = Path.Combine(_folder.CreateSubdirectory(folder.Length > 0 ? folder : "root").FullName, "events.out.tfevents.1.host");
        File.WriteAllBytes(file, [.. events.SelectMany(one => Record(one.ToByteArray()))]);
        return file;
    }

    private static byte[] Record(byte[] told)
    {
        byte[] length = BitConverter.GetBytes((ulong)told.Length);
        return
        [
            .. length, .. BitConverter.GetBytes(MaskedChecksum.Of(length)), .. told, .. BitConverter.GetBytes(MaskedChecksum.Of(told)),
        ];
    }

    private static Event Simple(string tag, long step, float value) => Of(step, new() { Tag = tag, SimpleValue = value });

    private static Event Scalar(string tag, long step, TensorProto tensor) => Of(step, new() { Tag = tag, Tensor = tensor });

    private static Event Of(long step, Summary.Types.Value value)
    {
        Event told = new() { Step = step, Summary = new() };
        told.Summary.Value.Add(value);
        return told;
    }

    private static ByteString Bytes(float value) => ByteString.CopyFrom(BitConverter.GetBytes(value));
}
