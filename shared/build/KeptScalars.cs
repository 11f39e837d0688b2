using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
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
/// is left alone; one that is not the file of its package stops the build, as nobody knows what it would do. A copy of
/// an earlier build is believed only where it is what would be written now.
/// </summary>
public sealed class MendTorchSharp : Task
{
    // The value of the attribute: 8 bytes long; prolog 0001; DebuggingModes, an Int32; no named arguments.
    private static readonly byte[] Optimised   = { 8, 1, 0, 0x02, 0x00, 0, 0, 0, 0 }; // IgnoreSymbolStoreSequencePoints
    private static readonly byte[] Unoptimised = { 8, 1, 0, 0x03, 0x01, 0, 0, 0, 0 }; // and Default | DisableOptimizations

    /// <summary>The assembly as the package brought it.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>SHA-256 of the file in its package, in hexadecimal digits; empty where it is not known.</summary>
    public string Sha256 { get; set; }

    /// <summary>Where the mended copy goes; the path names the package's version.</summary>
    [Required]
    public string Mended { get; set; }

    /// <summary>The file to use: the mended copy where that was possible, else the original.</summary>
    [Output]
    public string Use { get; set; }

    public override bool Execute()
    {
        Use = Library;
        try
        {
            return Mend();
        }
        catch (Exception obstacle) when (obstacle is IOException || obstacle is UnauthorizedAccessException)
        {
            Log.LogError("TorchSharp could not be mended (" + obstacle.Message.TrimEnd('.') + "): make room for "
                + Mended + ", and build again.");
            return false;
        }
    }

    private bool Mend()
    {
        byte[] bytes = File.ReadAllBytes(Library);
        if (!string.IsNullOrEmpty(Sha256) && Hash(bytes) != Sha256)
        {
            Log.LogError(Library + " is not the file of its package (SHA-256 " + Hash(bytes) + ", and it should be "
                + Sha256 + "): delete the folder of that package, and build again.");
            return false;
        }

        int at = IndexOf(bytes, Optimised, 0);
        if (at < 0 || IndexOf(bytes, Optimised, at + 1) >= 0)
        {
            Log.LogMessage(MessageImportance.High,
                "TorchSharp may fail now and then under garbage collections: " + Library
                + " was left as it is, because its DebuggableAttribute is not as expected.");
            return true;
        }

        Unoptimised.CopyTo(bytes, at);
        WriteWhole(Mended, bytes);
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

    private static string Hash(byte[] bytes)
    {
        using (SHA256 sha256 = SHA256.Create())
            return BitConverter.ToString(sha256.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }

    /// <summary>
    /// Under another name first, so that no build ever links half a file. A file that is the right one already is left
    /// alone: another build may be linking it.
    /// </summary>
    private static void WriteWhole(string path, byte[] bytes)
    {
        if (IsThere(path, bytes))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        string temporary = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (File.Exists(path))
                File.Replace(temporary, path, null); // a damaged one; links to it stay until their builds copy anew
            else
                File.Move(temporary, path);
        }
        catch (IOException) when (IsThere(path, bytes))
        {
            // Another project, or another build, was first with the same bytes.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsThere(string path, byte[] bytes)
    {
        return File.Exists(path) && new FileInfo(path).Length == bytes.Length
            && File.ReadAllBytes(path).SequenceEqual(bytes);
    }
}
