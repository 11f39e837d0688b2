using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MlMaths.Torch.Tests.House;

/// <summary>The build step that lets TorchSharp start on a Linux with an older C++ library, run as a build runs it.</summary>
public sealed class OldLinuxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("old-linux-").FullName;

    public OldLinuxTests() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && File.Exists(NuGetCache.LibTorchSharp),
        "The library is one of Linux on x64.");

    private string Mended => Path.Combine(_folder, "mended", "libLibTorchSharp.so");

    private string OldHost => Host("GLIBCXX_3.4.30");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_mended_copy_is_used_where_the_host_lacks_the_version_and_the_original_stays_as_it_was()
    {
        string original = Copy(NuGetCache.LibTorchSharp);
        byte[] before = File.ReadAllBytes(original), cached = Hash(NuGetCache.LibTorchSharp);

        string said = Mend(original, OldHost);

        Assert.Contains($"use={Mended};", said);
        Assert.Contains("Old C++ library", said);
        Assert.Equal(before, File.ReadAllBytes(original));
        Assert.Equal(cached, Hash(NuGetCache.LibTorchSharp));

        // One byte of the version's flags, one of the symbol's version index, seven of its name: "getpid\0" over "_ZSt21i".
        byte[] after = File.ReadAllBytes(Mended);
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(9, before.Zip(after).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void The_mended_copy_loads_on_this_machine()
    {
        Mend(Copy(NuGetCache.LibTorchSharp), OldHost);
        using Tensor startsLibTorch = torch.zeros(1);
        nint library = NativeLibrary.Load(Mended);

        Assert.NotEqual(0, NativeLibrary.GetExport(library, "THSTorch_manual_seed"));
        NativeLibrary.Free(library);
    }

    [Fact]
    public void A_second_build_says_nothing_and_uses_the_copy_that_is_there()
    {
        string original = Copy(NuGetCache.LibTorchSharp);
        Mend(original, OldHost);
        DateTime written = File.GetLastWriteTimeUtc(Mended);

        string said = Mend(original, OldHost);

        Assert.Equal($"use={Mended};", said);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Mended));
    }

    [Fact]
    public void A_host_that_has_the_version_gets_the_original_without_a_word()
    {
        string original = Copy(NuGetCache.LibTorchSharp);

        Assert.Equal($"use={original};", Mend(original, Host("GLIBCXX_3.4.32")));
        Assert.False(File.Exists(Mended));
    }

    [Fact]
    public void Bytes_that_are_no_library_are_left_alone_with_a_message()
    {
        string noise = Path.Combine(_folder, "libLibTorchSharp.so");
        byte[] bytes = new byte[4096];
        new Random(7).NextBytes(bytes);
        File.WriteAllBytes(noise, bytes);

        AssertLeftAlone(noise, "it is not a 64-bit ELF library with symbol versions");
    }

    [Fact]
    public void Half_a_library_is_left_alone_with_a_message()
    {
        string half = Path.Combine(_folder, "libLibTorchSharp.so");
        byte[] whole = File.ReadAllBytes(NuGetCache.LibTorchSharp);
        File.WriteAllBytes(half, whole[..(whole.Length / 2)]);

        AssertLeftAlone(half, "it is not a 64-bit ELF library with symbol versions");
    }

    [Fact]
    public void Another_library_is_left_alone_with_a_message() =>
        AssertLeftAlone(Copy(Path.Combine(NuGetCache.LibTorchFolder, "libc10.so")),
            "it does not ask for both GLIBCXX_3.4.32 and GLIBC_2.2.5");

    [Fact]
    public void A_library_that_is_mended_already_is_left_alone_with_a_message()
    {
        Mend(Copy(NuGetCache.LibTorchSharp), OldHost);
        string mendedBefore = Path.Combine(_folder, "before.so");
        File.Move(Mended, mendedBefore);

        AssertLeftAlone(mendedBefore, "it needs GLIBCXX_3.4.32 for something else than _ZSt21ios_base_library_initv alone");
    }

    [Fact]
    public void A_damaged_copy_of_an_earlier_build_is_written_anew()
    {
        string original = Copy(NuGetCache.LibTorchSharp);
        Directory.CreateDirectory(Path.GetDirectoryName(Mended)!);
        File.WriteAllText(Mended, "half a file");

        Assert.Contains($"use={Mended};", Mend(original, OldHost));
        Assert.Equal(new FileInfo(original).Length, new FileInfo(Mended).Length);
        Assert.Equal([Mended], Directory.GetFiles(Path.GetDirectoryName(Mended)!));
    }

    [Fact]
    public void A_library_that_is_damaged_anywhere_stops_the_build_with_a_sentence()
    {
        string original = Copy(NuGetCache.LibTorchSharp), sha256 = Convert.ToHexStringLower(Hash(original));
        byte[] bytes = File.ReadAllBytes(original);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(original, bytes);

        string said = Mend(original, OldHost, sha256, isBuilt: false);

        Assert.Contains(
            $"error : {original} is not the file of its package (SHA-256 {Convert.ToHexStringLower(Hash(original))}, "
            + $"and it should be {sha256}): "
            + "delete the folder of that package, and build again.", said);
        Assert.False(File.Exists(Mended));
    }

    [Fact]
    public void A_table_of_versions_that_leads_in_a_circle_ends_with_a_message()
    {
        string damaged = Copy(NuGetCache.LibTorchSharp);
        byte[] bytes = File.ReadAllBytes(damaged);
        int section = (int)BitConverter.ToUInt64(bytes, 40);
        while (BitConverter.ToUInt32(bytes, section + 4) != 0x6ffffffe)
            section += BitConverter.ToUInt16(bytes, 58);
        int need = (int)BitConverter.ToUInt64(bytes, section + 24);
        BitConverter.GetBytes((ushort)0).CopyTo(bytes, need + 2); // no entries,
        BitConverter.GetBytes(16).CopyTo(bytes, need + 12);
        BitConverter.GetBytes((ushort)0).CopyTo(bytes, need + 16 + 2);
        BitConverter.GetBytes(-16).CopyTo(bytes, need + 16 + 12); // and back to the first
        File.WriteAllBytes(damaged, bytes);

        AssertLeftAlone(damaged, "it is not a 64-bit ELF library with symbol versions");
    }

    [Fact]
    public async Task Two_builds_at_once_use_the_same_whole_copy()
    {
        string original = Copy(NuGetCache.LibTorchSharp), host = OldHost;
        string[] said = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(build => Task.Run(() => Mend(original, host, name: $"build{build}.proj"))));

        Assert.All(said, words => Assert.Contains($"use={Mended};", words));
        Assert.Equal([Mended], Directory.GetFiles(Path.GetDirectoryName(Mended)!));
        Assert.Equal(new FileInfo(original).Length, new FileInfo(Mended).Length);
    }

    [Fact]
    public void The_library_in_the_NuGet_cache_is_the_one_in_its_package()
    {
        Assert.SkipUnless(File.Exists(NuGetCache.TorchSharpPackage), "The cache keeps no packages.");
        using ZipArchive package = ZipFile.OpenRead(NuGetCache.TorchSharpPackage);
        using Stream packed = package.GetEntry("runtimes/linux-x64/native/libLibTorchSharp.so")!.Open();

        Assert.Equal(SHA256.HashData(packed), Hash(NuGetCache.LibTorchSharp));
    }

    private void AssertLeftAlone(string library, string reason)
    {
        byte[] before = File.ReadAllBytes(library);

        string said = Mend(library, OldHost);

        Assert.Contains($"use={library};", said);
        Assert.Contains($"{library} was left as it is, because {reason}.", said);
        Assert.Equal(before, File.ReadAllBytes(library));
        Assert.False(File.Exists(Mended));
    }

    /// <summary>What the task of shared/build/OldLinux.targets says, and which file it would have a build copy.</summary>
    private string Mend(string library, string host, string sha256 = "", bool isBuilt = true, string name = "mend.proj")
    {
        string project = Path.Combine(_folder, name);
        File.WriteAllText(project, $"""
            <Project DefaultTargets="Mend">
              <Import Project="{Path.Combine(Repository.Folder, "shared", "build", "OldLinux.targets")}" />
              <Target Name="Mend">
                <MendLibTorchSharp Library="{library}" Mended="{Mended}" LibStdCxx="{host}" Sha256="{sha256}">
                  <Output TaskParameter="Use" PropertyName="Use" />
                </MendLibTorchSharp>
                <Message Importance="high" Text="use=$(Use);" />
              </Target>
            </Project>
            """);

        Command build = Command.Run("dotnet", ["msbuild", project, "-nologo", "-v:m", "-nodeReuse:false"]);
        Assert.True(build.ExitCode == 0 == isBuilt, build.Output);
        return string.Join('\n', build.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private string Host(string newestVersion)
    {
        string library = Path.Combine(_folder, "libstdc++.so.6");
        File.WriteAllText(library, $"GLIBCXX_3.4\0{newestVersion}\0");
        return library;
    }

    private string Copy(string library)
    {
        string copy = Path.Combine(_folder, Path.GetFileName(library));
        File.Copy(library, copy, overwrite: true);
        return copy;
    }

    private static byte[] Hash(string file) => SHA256.HashData(File.ReadAllBytes(file));
}
