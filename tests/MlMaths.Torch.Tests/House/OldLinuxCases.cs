using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MlMaths.Torch.Tests.House;

/// <summary>
/// All cases of the build step in one build: to start a build and to compile the step takes longer than all of them.
/// </summary>
public sealed class OldLinuxCases : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("old-linux-").FullName;
    private readonly Dictionary<string, OldLinuxCase> _cases = [];
    private readonly Lazy<Command> _build;

    public OldLinuxCases()
    {
        if (ArePossible)
            Prepare();
        _build = new(() => OldLinuxCase.Mend(Path.Combine(_folder, "mend.proj"), _cases));
    }

    internal static bool ArePossible =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && File.Exists(NuGetCache.LibTorchSharp);

    internal Command Build => _build.Value;

    internal (OldLinuxCase Case, string Said) this[string name] => (_cases[name], OldLinuxCase.Said(Build)[name]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Prepare()
    {
        byte[] whole = File.ReadAllBytes(NuGetCache.LibTorchSharp), noise = new byte[4096], damaged = [.. whole];
        new Random(7).NextBytes(noise);
        damaged[damaged.Length / 2] ^= 1;
        OldLinuxCase first = Add("whole", whole);
        Add("new-host", whole, newestVersion: "GLIBCXX_3.4.32");
        Add("noise", noise);
        Add("half", whole[..(whole.Length / 2)]);
        Add("another", File.ReadAllBytes(Path.Combine(NuGetCache.LibTorchFolder, "libc10.so")));
        Add("circle", InACircle([.. whole]));
        Add("damaged", damaged, sha256: Convert.ToHexStringLower(SHA256.HashData(whole)));
        OldLinuxCase anew = Add("damaged-copy", whole);
        Directory.CreateDirectory(Path.GetDirectoryName(anew.Mended)!);
        File.WriteAllText(anew.Mended, "half a file");

        // What the first of all has mended by then.
        _cases["mended"] = first with { Library = first.Mended, Mended = Path.Combine(_folder, "mended", "again.so") };
    }

    private OldLinuxCase Add(string name, byte[] library, string newestVersion = "GLIBCXX_3.4.30", string sha256 = "")
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        string file = Path.Combine(folder, "libLibTorchSharp.so"), host = Path.Combine(folder, "libstdc++.so.6");
        File.WriteAllBytes(file, library);
        File.WriteAllText(host, $"GLIBCXX_3.4\0{newestVersion}\0");
        return _cases[name] = new(file, Path.Combine(folder, "mended", "libLibTorchSharp.so"), host, sha256, library);
    }

    /// <summary>The same library, whose table of needed versions leads back to its first.</summary>
    private static byte[] InACircle(byte[] bytes)
    {
        int section = (int)BitConverter.ToUInt64(bytes, 40);
        while (BitConverter.ToUInt32(bytes, section + 4) != 0x6ffffffe)
            section += BitConverter.ToUInt16(bytes, 58);
        int need = (int)BitConverter.ToUInt64(bytes, section + 24);
        BitConverter.GetBytes((ushort)0).CopyTo(bytes, need + 2); // no entries,
        BitConverter.GetBytes(16).CopyTo(bytes, need + 12);
        BitConverter.GetBytes((ushort)0).CopyTo(bytes, need + 16 + 2);
        BitConverter.GetBytes(-16).CopyTo(bytes, need + 16 + 12); // and back to the first
        return bytes;
    }
}
