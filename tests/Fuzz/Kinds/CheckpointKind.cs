using System.Buffers.Binary;
using System.Security.Cryptography;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>Checkpoints of a training, damaged; or forged, with a hash that is right.</summary>
internal sealed class CheckpointKind(bool isForged) : IFuzzedKind
{
    private static readonly int[] Counts = [0, 1, -1, 7, 255, 65536, 1 << 20, int.MaxValue, int.MinValue];

    private readonly Lazy<byte[][]> _examples = new(() => [Taken(0), Taken(3)]);

    public string Name => isForged ? "forged checkpoint" : "checkpoint";

    public IReadOnlyList<byte[]> Examples => _examples.Value;

    public byte[] Change(byte[] input, Random chance)
    {
        if (input.Length < SHA256.HashSizeInBytes)
            return input;
        byte[] body = input[..^SHA256.HashSizeInBytes];
        for (int times = 1 + chance.Next(3); times > 0 && body.Length > 4; times--)
        {
            if (chance.Next(3) > 0)
                BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(chance.Next(body.Length - 3)), chance.One(Counts));
            else
                body = ByteChange.Of(body, Examples, chance);
        }

        return [.. body, .. isForged ? SHA256.HashData(body) : input[^SHA256.HashSizeInBytes..]];
    }

    public bool Read(byte[] input)
    {
        byte[] body = [.. input.SkipLast(SHA256.HashSizeInBytes)];
        using Perceptron net = Net();
        using var rule = new Adam();
        IResumable[] parts = Parts(rule);
        TrainingCheckpoint.Restore(isForged ? [.. body, .. SHA256.HashData(body)] : input, State(net), parts);
        return true;
    }

    private static byte[] Taken(int steps)
    {
        using Perceptron net = Net();
        using var rule = new Adam();
        TrainingState state = State(net);
        for (int step = 0; step < steps; step++)
            state.Record("loss", 1.0 / (1 + step));
        return TrainingCheckpoint.Take(state, Parts(rule));
    }

    private static Perceptron Net() => new([2, 2, 2], 7);

    private static IResumable[] Parts(Adam rule) =>
        [.. new[] { rule.Memory }.OfType<IResumable>(), new EarlyStopping(3)];

    private static TrainingState State(Perceptron net) =>
        new(new TrainingOptions { Run = "fuzzed", Epochs = 3 }, net.Parameters, 5);
}
