using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Seeds that nobody can choose: the hash of the secret is published before the rules are frozen, the secret itself with the result.
///
/// <code>seed i = the first 31 bits of SHA-256(secret ‖ i)        secret in UTF-8, i in four bytes, the greatest first</code>
/// </summary>
/// <param name="secret">Any text.</param>
/// <param name="set">Which kinds are drawn.</param>
public sealed class SealedSeeds(string secret, TrialSet set = TrialSet.Open)
{
    /// <summary>Which kinds are drawn.</summary>
    public TrialSet Set => set;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>SHA-256 of the secret, in small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_secret));

    /// <summary>Seed of a trial.</summary>
    public int this[int trial]
    {
        get
        {
            byte[] number = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(number, trial);
            return (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. _secret, .. number])) >> 1);
        }
    }
}
