using System;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Keeps TorchSharp's numbers alive while libtorch reads them.
///
/// TorchSharp turns a number beside a tensor (X * 2, but also X + Y, which is X + 1·Y) into a native scalar and hands its address
/// to libtorch. Once the address is read, optimised code has no further use for the scalar's owner: a garbage collection in
/// another thread may take it, its finaliser frees the native scalar, and libtorch reads what is no longer there. The call then
/// fails ("Expected false to be true"), about once in fifteen collections where two threads train side by side.
///
/// Code that is compiled without optimisation keeps every argument until its method ends. So a copy of TorchSharp.dll is written
/// that asks for that: its DebuggableAttribute says Default | DisableOptimizations beside what it said (ECMA-335, II.23.3; the
/// runtime heeds the second only where the first is set). TorchSharp's methods hardly do more than call libtorch: no difference
/// in speed could be measured.
///
/// The original, which is a hard link into the NuGet cache, is never written to. A file that does not look exactly as described
/// is left alone.
/// </summary>
public sealed class MendTorchSharp : Task
{
    // The value of the attribute: 8 bytes long; prolog 0001; DebuggingModes, an Int32; no named arguments.
    private static readonly byte[] Optimised   = { 8, 1, 0, 0x02, 0x00, 0, 0, 0, 0 }; // IgnoreSymbolStoreSequencePoints
    private static readonly byte[] Unoptimised = { 8, 1, 0, 0x03, 0x01, 0, 0, 0, 0 }; // and Default | DisableOptimizations

    /// <summary>The assembly as the package brought it.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>Where the mended copy goes; the path names the package's version, so that a copy that is there is the right one.</summary>
    [Required]
    public string Mended { get; set; }

    /// <summary>The file to use: the mended copy where that was possible, else the original.</summary>
    [Output]
    public string Use { get; set; }

    public override bool Execute()
    {
        Use = Library;
        if (!File.Exists(Mended))
        {
            byte[] bytes = File.ReadAllBytes(Library);
            int at = IndexOf(bytes, Optimised, 0);
            if (at < 0 || IndexOf(bytes, Optimised, at + 1) >= 0)
            {
                Log.LogMessage(MessageImportance.High,
                    "TorchSharp may fail now and then under garbage collections: " + Library + " was left as it is, because its DebuggableAttribute is not as expected.");
                return true;
            }

            Unoptimised.CopyTo(bytes, at);
            WriteWhole(Mended, bytes);
        }

        Use = Mended;
        return true;
    }

    private static int IndexOf(byte[] bytes, byte[] wanted, int start)
    {
        for (int at = start; at <= bytes.Length - wanted.Length; at++)
        {
            int same = 0;
            while (same < wanted.Length && bytes[at + same] == wanted[same])
                same++;
            if (same == wanted.Length)
                return at;
        }

        return -1;
    }

    /// <summary>Under another name first, so that no build ever links half a file.</summary>
    private static void WriteWhole(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        string temporary = path + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(temporary, bytes);
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another project of the same build was first, with the same bytes.
            File.Delete(temporary);
        }
    }
}
