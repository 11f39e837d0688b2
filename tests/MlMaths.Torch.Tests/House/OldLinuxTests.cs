using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MlMaths.Torch.Tests.House;

/// <summary>The build step that lets TorchSharp start on a Linux with an older C++ library, run as a build runs it.</summary>
public sealed class OldLinuxTests : IClassFixture<OldLinuxCases>
{
    private const string NoLibrary = "it is not a 64-bit ELF library with symbol versions";

    private readonly OldLinuxCases _cases;

    public OldLinuxTests(OldLinuxCases cases)
    {
        Assert.SkipUnless(OldLinuxCases.ArePossible, "The library is one of Linux on x64.");
        _cases = cases;
    }

    [Fact]
    public void A_mended_copy_is_used_where_the_host_lacks_the_version_and_the_original_stays_as_it_was()
    {
        (OldLinuxCase whole, string said) = _cases["whole"];

        Assert.Contains($"use={whole.Mended};", said);
        Assert.Contains("Old C++ library", said);
        Assert.Equal(whole.Before, File.ReadAllBytes(whole.Library));

        // One byte of the version's flags, one of the symbol's version index, seven of its name: "getpid\0" over "_ZSt21i".
        byte[] after = File.ReadAllBytes(whole.Mended);
        Assert.Equal(whole.Before.Length, after.Length);
        Assert.Equal(9, whole.Before.Zip(after).Count(pair => pair.First != pair.Second));
        int name = whole.Before.AsSpan().IndexOf("_ZSt21ios_base_library_initv\0"u8);
        Assert.Equal("getpid\0os_base_library_initv\0"u8, after.AsSpan(name, 29));
    }

    [Fact]
    public void The_mended_copy_loads_on_this_machine()
    {
        using Tensor startsLibTorch = torch.zeros(1);
        nint library = NativeLibrary.Load(_cases["whole"].Case.Mended);

        Assert.NotEqual(0, NativeLibrary.GetExport(library, "THSTorch_manual_seed"));
        NativeLibrary.Free(library);
    }

    [Fact]
    public void A_second_build_says_nothing_and_uses_the_copy_that_is_there()
    {
        OldLinuxCase whole = _cases["whole"].Case;
        DateTime written = File.GetLastWriteTimeUtc(whole.Mended);

        Assert.Equal($"use={whole.Mended};", Alone(whole, "again.proj"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(whole.Mended));
    }

    [Fact]
    public void A_host_that_has_the_version_gets_the_original_without_a_word()
    {
        (OldLinuxCase one, string said) = _cases["new-host"];

        Assert.Equal($"use={one.Library};", said);
        Assert.False(File.Exists(one.Mended));
        Assert.Equal(one.Before, File.ReadAllBytes(one.Library));
    }

    [Theory]
    [InlineData("noise", NoLibrary)]
    [InlineData("half", NoLibrary)]
    [InlineData("circle", NoLibrary)]
    [InlineData("another", "it does not ask for both GLIBCXX_3.4.32 and GLIBC_2.2.5")]
    public void What_is_not_the_library_as_it_is_known_is_left_alone_with_a_message(string name, string reason) =>
        AssertLeftAlone(name, reason, _cases[name].Case.Before);

    // What it was before this build saw it a second time is what the same build made of the same bytes elsewhere.
    [Fact]
    public void A_library_that_is_mended_already_is_left_alone_with_a_message() => AssertLeftAlone(
        "mended", "it needs GLIBCXX_3.4.32 for something else than _ZSt21ios_base_library_initv alone",
        File.ReadAllBytes(_cases["damaged-copy"].Case.Mended));

    [Fact]
    public void A_damaged_copy_of_an_earlier_build_is_written_anew()
    {
        (OldLinuxCase one, string said) = _cases["damaged-copy"];

        Assert.Contains($"use={one.Mended};", said);
        AssertAlone(one);
    }

    [Fact]
    public void A_library_that_is_damaged_anywhere_stops_the_build_with_a_sentence()
    {
        (OldLinuxCase one, string said) = _cases["damaged"];

        Assert.Contains(
            $"error : {one.Library} is not the file of its package (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(one.Before))}, "
            + $"and it should be {one.Sha256}): delete the folder of that package, and build again.", said);
        Assert.False(File.Exists(one.Mended));
        Assert.Equal(one.Before, File.ReadAllBytes(one.Library));
        Assert.NotEqual(0, _cases.Build.ExitCode);
        Assert.Equal(2, _cases.Build.Output.Split(": error ").Length); // of all the cases, this one alone
    }

    [Fact]
    public async Task Two_builds_at_once_use_the_same_whole_copy()
    {
        OldLinuxCase whole = _cases["whole"].Case;
        OldLinuxCase fresh = whole with { Mended = Path.Combine(Path.GetDirectoryName(whole.Library)!, "at-once", "libLibTorchSharp.so") };
        string[] said = await Task.WhenAll(Enumerable.Range(0, 2).Select(build => Task.Run(() => Alone(fresh, $"build{build}.proj"))));

        Assert.All(said, words => Assert.Contains($"use={fresh.Mended};", words));
        AssertAlone(fresh);
        Assert.Equal(fresh.Before, File.ReadAllBytes(fresh.Library));
    }

    [Fact]
    public void The_library_in_the_NuGet_cache_is_the_one_in_its_package()
    {
        Assert.SkipUnless(File.Exists(NuGetCache.TorchSharpPackage), "The cache keeps no packages.");
        using ZipArchive package = ZipFile.OpenRead(NuGetCache.TorchSharpPackage);
        using Stream packed = package.GetEntry("runtimes/linux-x64/native/libLibTorchSharp.so")!.Open();

        Assert.Equal(SHA256.HashData(packed), Hash(NuGetCache.LibTorchSharp));
    }

    private void AssertLeftAlone(string name, string reason, byte[] before)
    {
        (OldLinuxCase one, string said) = _cases[name];
        Assert.Contains($"use={one.Library};", said);
        Assert.Contains($"{one.Library} was left as it is, because {reason}.", said);
        Assert.False(File.Exists(one.Mended));
        Assert.Equal(before, File.ReadAllBytes(one.Library));
    }

    /// <summary>Whole, with nothing beside it.</summary>
    private void AssertAlone(OldLinuxCase one)
    {
        Assert.Equal([one.Mended], Directory.GetFiles(Path.GetDirectoryName(one.Mended)!));
        Assert.Equal(File.ReadAllBytes(_cases["whole"].Case.Mended), File.ReadAllBytes(one.Mended));
    }

    /// <summary>What another build says to it.</summary>
    private static string Alone(OldLinuxCase one, string project)
    {
        Command build = OldLinuxCase.Mend(
            Path.Combine(Path.GetDirectoryName(one.Library)!, project), new Dictionary<string, OldLinuxCase> { ["alone"] = one });
        Assert.True(build.ExitCode == 0, build.Output);
        return OldLinuxCase.Said(build)["alone"];
    }

    private static byte[] Hash(string file) => SHA256.HashData(File.ReadAllBytes(file));
}
